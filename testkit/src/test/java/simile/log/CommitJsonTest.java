package simile.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import simile.files.Sha256;
import simile.segment.Bounds;
import simile.segment.Segment;
import simile.testkit.Drafts;

class CommitJsonTest {
  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00.123456Z");

  @Test
  void randomDoublesAndTextsRoundTrip() throws IOException {
    Random random = new Random(11);
    for (int round = 0; round < 300; round++) {
      Commit commit = random(random);
      byte[] bytes = CommitJson.toBytes(commit);
      assertThat(CommitJson.fromBytes(bytes, "test"), equalTo(commit));
      assertThat(CommitJson.toBytes(CommitJson.fromBytes(bytes, "test")), equalTo(bytes));
    }
  }

  @Test
  void theChecksumCoversAllBytesBeforeItsComma() {
    String text = new String(CommitJson.toBytes(Drafts.ingest("a").at(1, "", NOON)), UTF_8);
    String before = text.substring(0, text.lastIndexOf(",\"checksum\""));
    assertThat(
        text, endsWith(",\"checksum\":\"sha256:" + Sha256.of(before.getBytes(UTF_8)) + "\"}\n"));
  }

  /** Version 1 of the format, word for word. If this fails, old stores no longer open. */
  @Test
  void aFenceHasTheseBytes() {
    String text =
        new String(CommitJson.toBytes(Drafts.fence("r").at(7, "ab".repeat(32), NOON)), UTF_8);
    String expected =
        """
        ,"version":7,"operation":"fence","run_id":"r","token":"token-r","arguments_sha256":"",\
        "parent":"%s","committed_at":"2026-01-31T12:00:00.123456Z","changes":[],"audit":[],\
        "counts":{"read":0,"blank":0,"accepted":0,"rejected":0,"deletions":0,"rows":0,\
        "bytes_read":0,"bytes_written":0},"violations_by_rule":{},"warnings_by_rule":{},\
        "inputs":[],"details":{"reason":"cancelled by a test"},"checksum":"sha256:"""
            .formatted("ab".repeat(32));
    String afterFormat = text.substring(text.indexOf(",\"version\":7"));
    assertThat(afterFormat.substring(0, expected.length()), equalTo(expected));
    assertThat(
        text.startsWith(
            "{\"format\":{\"name\":\"simile\",\"version\":1,\"required_features\":[],\"written_by\":\"simile "),
        is(true));
  }

  @Test
  void countsMustAddUpAndMustNotBeNegative() {
    assertThrows(IllegalArgumentException.class, () -> new Counts(3, 0, 1, 1, 0, 1, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new Counts(0, 0, 1, -1, 0, 0, 0, 0));
    Counts one = new Counts(4, 1, 3, 1, 1, 2, 10, 20);
    assertThat(one.plus(one), equalTo(new Counts(8, 2, 6, 2, 2, 4, 20, 40)));
  }

  private static Commit random(Random random) {
    Map<String, Bounds> bounds = new TreeMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      bounds.put(text(random), new Bounds(real(random), real(random), random.nextLong() >>> 1));
    }
    Segment like = Drafts.segment("s" + random.nextInt());
    Segment segment =
        new Segment(like.name(), 1, 2, text(random), text(random), like.files(), bounds);
    List<String> removes = new ArrayList<>();
    removes.add(text(random));
    Change change =
        Drafts.withDimension(
            1 + random.nextInt(4096), Drafts.change(Drafts.ANALOGIES, List.of(segment), removes));
    return Drafts.ingest("r" + text(random), change)
        .at(1 + (random.nextLong() >>> 1) / 2, Sha256.of(new byte[] {1}), NOON);
  }

  private static double real(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> 0;
      case 1 -> -0.0;
      case 2 -> random.nextLong();
      case 3 -> random.nextBoolean() ? Double.MIN_VALUE : -Double.MAX_VALUE;
      case 4 -> Double.POSITIVE_INFINITY;
      default -> {
        double any = Double.longBitsToDouble(random.nextLong());
        yield Double.isNaN(any) ? Double.NaN : any;
      }
    };
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      int codePoint = random.nextInt(random.nextBoolean() ? 128 : Character.MAX_CODE_POINT);
      boolean surrogate = codePoint >= 0xD800 && codePoint < 0xE000;
      text.appendCodePoint(surrogate ? '"' : codePoint);
    }
    return text.toString();
  }
}
