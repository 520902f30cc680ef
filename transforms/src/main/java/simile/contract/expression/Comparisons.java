package simile.contract.expression;

import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import simile.contract.expression.Comparison.Operator;
import simile.contract.field.Field;
import simile.contract.field.LogicalType;

/** Recognizes expressions that only compare two fields. */
final class Comparisons {
  private static final Map<String, Operator> OPERATORS =
      Map.of(
          "_<_", Operator.LESS,
          "_<=_", Operator.LESS_OR_EQUAL,
          "_>_", Operator.GREATER,
          "_>=_", Operator.GREATER_OR_EQUAL,
          "_==_", Operator.EQUAL,
          "_!=_", Operator.NOT_EQUAL);

  private static final Pattern PLAIN =
      Pattern.compile("\\s*([A-Za-z_]\\w*)\\s*(<=|>=|==|!=|<|>)\\s*([A-Za-z_]\\w*)\\s*");

  /** Words that are no variables in CEL, whatever fields there are. */
  private static final Set<String> WORDS = Set.of("true", "false", "null", "in", "record");

  private Comparisons() {}

  /** Recognizes {@code field operator field} by its text, without parsing it as CEL. */
  static Optional<Comparison> plain(String source, List<Field> fields) {
    Matcher matcher = PLAIN.matcher(source);
    if (!matcher.matches()
        || WORDS.contains(matcher.group(1))
        || WORDS.contains(matcher.group(3))) {
      return Optional.empty();
    }
    Operator operator = OPERATORS.get("_" + matcher.group(2) + "_");
    return compare(named(matcher.group(1), fields), operator, named(matcher.group(3), fields));
  }

  static Optional<Comparison> find(CelExpr expr, List<Field> fields) {
    if (expr.getKind() != CelExpr.ExprKind.Kind.CALL
        || !OPERATORS.containsKey(expr.call().function())
        || expr.call().args().size() != 2) {
      return Optional.empty();
    }
    Optional<Field> left = field(expr.call().args().get(0), fields);
    Optional<Field> right = field(expr.call().args().get(1), fields);
    return compare(left, OPERATORS.get(expr.call().function()), right);
  }

  private static Optional<Comparison> compare(
      Optional<Field> left, Operator operator, Optional<Field> right) {
    if (left.isEmpty() || right.isEmpty() || left.get().type() != right.get().type()) {
      return Optional.empty();
    }
    LogicalType type = left.get().type();
    // CEL gives booleans an order too, but who compares them so can wait for CEL.
    if (!type.column().isScalar() || type == LogicalType.BOOLEAN) {
      return Optional.empty();
    }
    return Optional.of(
        new Comparison(
            left.get().name(), operator, right.get().name(), type == LogicalType.NUMBER));
  }

  private static Optional<Field> field(CelExpr expr, List<Field> fields) {
    if (expr.getKind() == CelExpr.ExprKind.Kind.IDENT) {
      return named(expr.ident().name(), fields);
    }
    return FieldUse.isMember(expr) && !expr.select().testOnly()
        ? named(expr.select().field(), fields)
        : Optional.empty();
  }

  private static Optional<Field> named(String name, List<Field> fields) {
    return fields.stream().filter(f -> f.name().equals(name)).findFirst();
  }
}
