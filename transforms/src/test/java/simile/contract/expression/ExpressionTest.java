package simile.contract.expression;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import simile.contract.field.Field;
import simile.contract.field.Limits;
import simile.contract.field.LogicalType;

final class ExpressionTest {
  private static final List<Field> FIELDS =
      List.of(
          field("a", LogicalType.NUMBER),
          field("b", LogicalType.NUMBER),
          field("n", LogicalType.INTEGER),
          field("text", LogicalType.STRING),
          field("list", LogicalType.ARRAY),
          field("map", LogicalType.OBJECT),
          field("from", LogicalType.TIMESTAMP),
          field("to", LogicalType.TIMESTAMP));

  private static Field field(String name, LogicalType type) {
    return Field.of(name, type, new Limits.None());
  }

  @Test
  void fieldsAreTypedVariables() throws ExpressionException {
    Map<String, Object> record =
        Map.of(
            "a",
            0.5,
            "n",
            3L,
            "text",
            "abc",
            "list",
            List.of(1L, "x"),
            "map",
            Map.of("k", "v"),
            "from",
            Instant.EPOCH,
            "to",
            Instant.EPOCH.plusSeconds(90));
    assertThat(holds("a < 1 && n > 2.5", record), is(true));
    assertThat(holds("text.startsWith('ab') && text.matches('^a.c$')", record), is(true));
    assertThat(holds("size(list) == 2 && map.k == 'v'", record), is(true));
    assertThat(holds("to - from > duration('1m')", record), is(true));
    assertThat(holds("!has(record.b) || record.b > a", record), is(true));
    assertThat(holds("has(record.n) && record.n == 4", record), is(false));
  }

  @Test
  void whatHasAsksForIsNotNeeded() throws ExpressionException {
    Expression expression = Expression.compile("!has(record.b) || b > a", FIELDS);
    assertThat(expression.needed(), is(Set.of("a")));
    assertThat(expression.named(), is(Set.of("a", "b")));
  }

  @Test
  void comparisonsAreRecognizedAndAgree() throws ExpressionException {
    Random random = new Random(9);
    for (String operator : List.of("<", "<=", ">", ">=", "==", "!=")) {
      Expression expression = Expression.compile("a " + operator + " record.b", FIELDS);
      Comparison comparison = expression.comparison().orElseThrow();
      for (int i = 0; i < 100; i++) {
        double a = (random.nextInt(5) - 2) * -0.5;
        double b = (random.nextInt(5) - 2) * 0.5;
        boolean slow =
            expression.holds(
                name -> Optional.ofNullable(Map.of("a", (Object) a, "b", b).get(name)));
        long left = Double.doubleToLongBits(a);
        assertThat(comparison.holds(left, Double.doubleToLongBits(b)), is(slow));
      }
    }
    assertThat(
        Expression.compile(" a<b ", FIELDS).comparison(),
        is(Expression.compile("a < record.b", FIELDS).comparison()));
    assertThat(holds("to >= from", Map.of("to", Instant.MAX, "from", Instant.MIN)), is(true));
    assertThat(Expression.compile("a < b + 1.0", FIELDS).comparison().isEmpty(), is(true));
    assertThat(Expression.compile("text < text", FIELDS).comparison().isEmpty(), is(true));
  }

  @Test
  void loopsHaveALimit() throws ExpressionException {
    List<Object> thousand =
        java.util.stream.LongStream.range(0, 1000).<Object>mapToObj(i -> i).toList();
    Map<String, Object> record = Map.of("list", thousand);
    assertThat(holds("list.all(x, x >= 0)", record), is(true));
    String nested = "list.all(x, list.all(y, list.all(z, x + y + z >= 0)))";
    assertThrows(IllegalStateException.class, () -> holds(nested, record));
  }

  @Test
  void whatDoesNotFitIsRefused() {
    for (String text :
        List.of("a <", "c > 1", "text > 1", "a + b", "record.zz == 1", "true", "'a'")) {
      assertThrows(ExpressionException.class, () -> Expression.compile(text, FIELDS), text);
    }
  }

  private static boolean holds(String text, Map<String, Object> record) throws ExpressionException {
    return Expression.compile(text, FIELDS).holds(name -> Optional.ofNullable(record.get(name)));
  }
}
