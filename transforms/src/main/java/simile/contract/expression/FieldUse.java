package simile.contract.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import simile.contract.field.Field;

/**
 * Which fields an expression looks at.
 *
 * @param needed those that it takes for granted
 * @param named all of them
 */
record FieldUse(Set<String> needed, Set<String> named) {

  static FieldUse of(CelAbstractSyntaxTree tree, List<Field> fields) {
    Set<String> known = fields.stream().map(Field::name).collect(Collectors.toSet());
    Set<String> named = new HashSet<>();
    Set<String> asked = new HashSet<>();
    CelNavigableAst.fromAst(tree)
        .getRoot()
        .allNodes()
        .forEach(node -> note(node.expr(), named, asked));
    named.retainAll(known);
    Set<String> needed = new HashSet<>(named);
    needed.removeAll(asked);
    return new FieldUse(Set.copyOf(needed), Set.copyOf(named));
  }

  private static void note(CelExpr expr, Set<String> named, Set<String> asked) {
    if (expr.getKind() == CelExpr.ExprKind.Kind.IDENT) {
      named.add(expr.ident().name());
    } else if (isMember(expr)) {
      named.add(expr.select().field());
      if (expr.select().testOnly()) {
        asked.add(expr.select().field());
      }
    }
  }

  /** Whether an expression is {@code record.field} or {@code has(record.field)}. */
  static boolean isMember(CelExpr expr) {
    return expr.getKind() == CelExpr.ExprKind.Kind.SELECT
        && expr.select().operand().getKind() == CelExpr.ExprKind.Kind.IDENT
        && expr.select().operand().ident().name().equals(Environment.RECORD);
  }
}
