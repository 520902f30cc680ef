package simile.contract.expression;

import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private Comparisons() {}

  static Optional<Comparison> find(CelExpr expr, List<Field> fields) {
    if (expr.getKind() != CelExpr.ExprKind.Kind.CALL
        || !OPERATORS.containsKey(expr.call().function())
        || expr.call().args().size() != 2) {
      return Optional.empty();
    }
    Optional<Field> left = field(expr.call().args().get(0), fields);
    Optional<Field> right = field(expr.call().args().get(1), fields);
    if (left.isEmpty() || right.isEmpty() || left.get().type() != right.get().type()) {
      return Optional.empty();
    }
    LogicalType type = left.get().type();
    if (!type.column().isScalar()) {
      return Optional.empty();
    }
    Operator operator = OPERATORS.get(expr.call().function());
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
