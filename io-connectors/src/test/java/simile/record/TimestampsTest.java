package simile.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TimestampsTest {
  private static final String LETTERS = "0123456789-+:.TZtz ";

  @Test
  void plainFormsAgreeWithJavaTime() {
    Random random = new Random(3);
    for (int i = 0; i < 50_000; i++) {
      OffsetDateTime time =
          OffsetDateTime.of(
              random.nextInt(10_000),
              1 + random.nextInt(12),
              1 + random.nextInt(28),
              random.nextInt(24),
              random.nextInt(60),
              1 + random.nextInt(59),
              random.nextBoolean() ? 0 : random.nextInt(1_000_000_000),
              ZoneOffset.ofTotalSeconds(60 * (random.nextInt(2 * 17 * 60) - 17 * 60)));
      String text = time.toString();
      assertThat(text, plain(text), is(ChronoUnit.MICROS.between(epoch(), floor(time))));
    }
  }

  @Test
  void acceptsNothingThatJavaTimeRefuses() {
    Random random = new Random(4);
    String good = "2024-02-29T23:59:59.123456+05:30";
    for (int i = 0; i < 100_000; i++) {
      StringBuilder text = new StringBuilder(good);
      for (int k = random.nextInt(3); k >= 0; k--) {
        char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
        text.setCharAt(random.nextInt(text.length()), letter);
      }
      text.setLength(10 + random.nextInt(text.length() - 9));
      long fast = plain(text.toString());
      if (fast != Timestamps.INVALID) {
        assertThat(text.toString(), fast, is(Timestamps.parse(text.toString())));
      }
    }
  }

  @Test
  void theLastDayOfEachMonthIsKnown() {
    assertThat(plain("2000-02-29T00:00:00Z"), is(not(Timestamps.INVALID)));
    assertThat(plain("1900-02-29T00:00:00Z"), is(Timestamps.INVALID));
    assertThat(plain("2023-04-31T00:00:00Z"), is(Timestamps.INVALID));
  }

  @Test
  void rareFormsAreLeftToJavaTime() {
    assertThat(Timestamps.parse("2024-05-01t10:00z"), is(plain("2024-05-01T10:00:00Z")));
    assertThat(Timestamps.parse("+999999999-12-31T23:59:59Z"), is(Timestamps.INVALID));
    assertThat(Timestamps.parse("2024-05-01T10:00:00"), is(Timestamps.INVALID));
  }

  private static long plain(String text) {
    byte[] bytes = ("\"" + text + "\"").getBytes(UTF_8);
    return Timestamps.parsePlain(bytes, 1, bytes.length - 1);
  }

  private static OffsetDateTime epoch() {
    return OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
  }

  private static OffsetDateTime floor(OffsetDateTime time) {
    return time.truncatedTo(ChronoUnit.MICROS);
  }
}
