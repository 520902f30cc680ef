package simile.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A glance at a row's bytes never rules out what parsing finds. */
class GlanceTest {
  private static final int ROWS = 20_000;
  private static final List<String> WORDS =
      List.of(
          "heart",
          "pump",
          "a\\\"b",
          "a\\/b",
          "\\u0068eart",
          "ökonomie",
          "中",
          "😀",
          "quality_score");
  private static final List<String> NUMBERS =
      List.of(
          "0.95",
          "0.9500000000000001",
          "0.949999999999999999",
          "95e-2",
          "1",
          "0",
          "-0.0",
          "1E400",
          "9.5e-1",
          "0.30000000000000004",
          "true",
          "null",
          "\"0.97\"",
          "[0.99]",
          "{\"x\":1}",
          "123456789012345678901234567890",
          "0.123456789012345");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void filterWithGlanceFindsWhatTheFilterAloneFinds(long seed) throws IOException {
    Random random = new Random(seed);
    int found = 0;
    for (int n = 0; n < ROWS; n++) {
      RowFilter filter = new RowFilter(criteria(random));
      String row = row(random);
      byte[] bytes = ("??" + row + "?").getBytes(UTF_8);
      int length = row.getBytes(UTF_8).length;
      boolean expected = filter.parsedMatches(bytes, 2, length);
      assertThat("seed " + seed + ", " + row, filter.matches(bytes, 2, length), is(expected));
      found += expected ? 1 : 0;
    }
    assertThat(found, is(greaterThan(ROWS / 100)));
  }

  @ParameterizedTest
  @CsvSource({
    "0.1,0.1",
    "12.50,12.5",
    "7,7",
    "0.00000000000001,1e-14",
    "999999999999999,999999999999999"
  })
  void plainNumberIsTheDoubleThatAParserGives(String text, double expected) {
    assertThat(PlainNumber.parse(text + ",", 0), is(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1e3", "1.5E2", "1234567890123456", "true", "\"1\"", "1x"})
  void whatIsNoPlainNumberIsInDoubt(String text) {
    assertThat(Double.isNaN(PlainNumber.parse(text, 0)), is(true));
  }

  private static String row(Random random) {
    List<String> members = new ArrayList<>();
    members.add("\"id\":\"i\"");
    for (int n = random.nextInt(5); n >= 0; n--) {
      members.add(member(random));
    }
    return "{" + String.join(random.nextBoolean() ? "," : " , ", members) + "}";
  }

  /** A field that decides, maybe for the second time, deeper, or with an escape in its name. */
  private static String member(Random random) {
    String space = random.nextInt(4) == 0 ? " \t" : "";
    return switch (random.nextInt(9)) {
      case 0 -> "\"source_domain\"" + space + ":" + word(random);
      case 1 -> "\"target_domain\":" + space + word(random);
      case 2 -> "\"tags\":[" + word(random) + "," + word(random) + "]";
      case 3 -> "\"frame_mappings\":{" + word(random) + ":" + word(random) + "}";
      case 4, 5 -> "\"quality_score\"" + space + ":" + space + Analogy.pick(NUMBERS, random);
      case 6 -> "\"metadata\":{\"quality_score\":" + Analogy.pick(NUMBERS, random) + "}";
      case 7 -> "\"quality\\u005fscore\":" + Analogy.pick(NUMBERS, random);
      default -> "\"note\":" + word(random);
    };
  }

  private static String word(Random random) {
    return '"' + Analogy.pick(WORDS, random) + '"';
  }

  private static Criteria criteria(Random random) {
    Criteria criteria =
        new Criteria(
            List.of(),
            some(random),
            some(random),
            some(random),
            random.nextInt(3) == 0 ? OptionalDouble.of(limit(random)) : OptionalDouble.empty(),
            random.nextInt(4) == 0 ? OptionalDouble.of(limit(random)) : OptionalDouble.empty(),
            Optional.empty(),
            Optional.empty(),
            some(random));
    Criteria framed = random.nextInt(5) == 0 ? criteria.withFrameTypes(some(random)) : criteria;
    return random.nextInt(5) == 0 ? framed.withQualityBelow(limit(random)) : framed;
  }

  private static double limit(Random random) {
    return Analogy.pick(List.of(0.0, 0.95, 1.0, 0.30000000000000004), random);
  }

  private static List<String> some(Random random) {
    List<String> decoded = List.of("heart", "pump", "a\"b", "a/b", "ökonomie", "中", "😀");
    return random.nextInt(4) == 0 ? List.of(Analogy.pick(decoded, random)) : List.of();
  }
}
