package simile.contract.expression;

import com.google.common.base.Suppliers;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import simile.contract.field.Field;
import simile.contract.rule.RecordFields;

/**
 * A rule across fields in CEL, compiled. Fields are variables by their names ({@code updated_at >=
 * created_at}) and members of {@code record} ({@code !has(record.minutes) || record.minutes > 0}).
 * Safe for many threads.
 */
public final class Expression {
  private final String source;
  private final Supplier<CelRuntime.Program> program;
  private final FieldUse use;
  private final Optional<Comparison> comparison;

  private Expression(
      String source,
      Supplier<CelRuntime.Program> program,
      FieldUse use,
      Optional<Comparison> comparison) {
    this.source = source;
    this.program = program;
    this.use = use;
    this.comparison = comparison;
  }

  /**
   * Compiles an expression over fields.
   *
   * @throws ExpressionException if it does not parse, names a field that is not there, does not fit
   *     the fields' types, or yields anything but true or false
   */
  public static Expression compile(String source, List<Field> fields) throws ExpressionException {
    Optional<Comparison> plain = Comparisons.plain(source, fields);
    return plain.isPresent() ? lazily(source, fields, plain.get()) : compileNow(source, fields);
  }

  /** Loading CEL takes a third of a second, which most contracts need not pay. */
  private static Expression lazily(String source, List<Field> fields, Comparison comparison) {
    Set<String> named = new HashSet<>(List.of(comparison.left(), comparison.right()));
    FieldUse use = new FieldUse(Set.copyOf(named), Set.copyOf(named));
    List<Field> known = List.copyOf(fields);
    Supplier<CelRuntime.Program> program =
        Suppliers.memoize(
            () -> {
              try {
                return compileNow(source, known).program.get();
              } catch (ExpressionException e) {
                throw new IllegalStateException(source + " is no CEL: " + e.getMessage(), e);
              }
            });
    return new Expression(source, program, use, Optional.of(comparison));
  }

  private static Expression compileNow(String source, List<Field> fields)
      throws ExpressionException {
    CelValidationResult result = Environment.compiler(fields).compile(source);
    if (result.hasError()) {
      throw new ExpressionException(
          result.getErrors().stream().map(Expression::shown).collect(Collectors.joining("; ")));
    }
    try {
      CelAbstractSyntaxTree tree = result.getAst();
      FieldUse use = FieldUse.of(tree, fields);
      if (use.named().isEmpty()) {
        throw new ExpressionException("it names no field");
      }
      Optional<Comparison> comparison = Comparisons.find(tree.getExpr(), fields);
      CelRuntime.Program program = Environment.runtime().createProgram(tree);
      return new Expression(source, () -> program, use, comparison);
    } catch (CelValidationException | CelEvaluationException e) {
      throw new ExpressionException(e.getMessage());
    }
  }

  private static String shown(CelIssue issue) {
    return "at "
        + issue.getSourceLocation().getLine()
        + ":"
        + (issue.getSourceLocation().getColumn() + 1)
        + ": "
        + issue.getMessage();
  }

  /** The text as the contract has it. */
  public String source() {
    return source;
  }

  /** The fields without which the expression is not evaluated: those not asked for by has(). */
  public Set<String> needed() {
    return use.needed();
  }

  /** All fields that the expression names. */
  public Set<String> named() {
    return use.named();
  }

  /** The expression as a comparison of two fields, if it is no more than that. */
  public Optional<Comparison> comparison() {
    return comparison;
  }

  /**
   * Evaluates the expression.
   *
   * @throws IllegalStateException if it has no value: a division by zero, an index out of range, a
   *     loop over too many items
   */
  public boolean holds(RecordFields fields) {
    try {
      return Boolean.TRUE.equals(program.get().eval(name -> variable(name, fields)));
    } catch (CelEvaluationException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private Optional<Object> variable(String name, RecordFields fields) {
    return name.equals(Environment.RECORD)
        ? Optional.of(new RecordMap(use.named(), fields))
        : fields.value(name);
  }
}
