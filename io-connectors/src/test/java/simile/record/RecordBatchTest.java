package simile.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import simile.testing.Schemas;

class RecordBatchTest {
  private static final Schema SCHEMA = Schemas.analogies(OptionalInt.of(2));
  private static final int QUALITY = SCHEMA.indexOf("quality_score");
  private static final int CREATED = SCHEMA.indexOf("created_at");

  /** What a row should say; dropped rows are not in the list. */
  private record Expected(
      String id, int start, long scalar, int extras, float vector, boolean gone) {}

  @Test
  void rowsAreAsTheyWereBuiltAlsoBetweenDroppedOnes() {
    Random random = new Random(1);
    RecordBatchBuilder builder = RecordBatch.builder(SCHEMA, new byte[0], "now");
    List<Expected> expected = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      Expected row = row(random, i);
      build(builder, row);
      if (random.nextInt(3) == 0) {
        builder.dropRow();
      } else {
        builder.endRow();
        expected.add(row);
      }
    }
    RecordBatch batch = builder.build();
    assertThat(batch.size(), is(expected.size()));
    long vectors = expected.stream().filter(e -> e.vector >= 0).count();
    assertThat((long) batch.vectorCount(), is(vectors));
    for (int row = 0; row < batch.size(); row++) {
      assertThat(actual(batch, row), is(expected.get(row)));
    }
  }

  @Test
  void absentStampedColumnIsStamped() {
    RecordBatchBuilder builder = RecordBatch.builder(SCHEMA, new byte[0], "now");
    builder.startRow(0, 0, 0).column(CREATED, 3, 4, 5).endRow();
    builder.startRow(0, 0, 1).endRow();
    RecordBatch batch = builder.build();
    assertThat(batch.isStamped(0, CREATED), is(false));
    assertThat(batch.isStamped(1, CREATED), is(true));
    assertThat(batch.isStamped(1, QUALITY), is(false));
  }

  @Test
  void vectorsAreLookedUpForRecordsThatBringNone() {
    RecordBatchBuilder builder =
        RecordBatch.builder(SCHEMA, new byte[0], "now")
            .vectorsFrom(
                (utf8, start, end, into) -> {
                  into[0] = end - start;
                  return utf8[start] == 'v';
                });
    id(builder.startRow(0, 0, 0), "vv").endRow();
    id(builder.startRow(0, 0, 1), "vv").vector(new float[] {9, 9}).endRow();
    id(builder.startRow(0, 0, 2), "x").endRow();
    id(builder.startRow(0, 0, 3), "vvv").deletion().endRow();
    RecordBatch batch = builder.build();
    assertThat(batch.vectors()[batch.vectorOffset(0)], is(2f));
    assertThat(batch.vectors()[batch.vectorOffset(1)], is(9f));
    assertThat(batch.hasVector(2), is(false));
    assertThat(batch.hasVector(3), is(false));
  }

  @Test
  void positionsAreInTheOrderOfTheInput() {
    assertThat(Position.of(1, 0), is(greaterThan(Position.of(0, (1L << 36) - 1))));
    assertThat(Position.split(Position.of((1 << 27) - 1, 77)), is((1 << 27) - 1));
    assertThat(Position.of((1 << 27) - 1, (1L << 36) - 1), is(Long.MAX_VALUE));
    assertThrows(IllegalArgumentException.class, () -> Position.of(1 << 27, 0));
    assertThrows(IllegalArgumentException.class, () -> Position.of(0, 1L << 36));
    assertThrows(IllegalArgumentException.class, () -> Position.of(-1, 0));
  }

  @Test
  void digestDependsOnTheIdsButNotOnTheirOrder() {
    List<String> ids = new ArrayList<>(List.of("a", "b", "ab", "", "日本"));
    String digest = digest(ids);
    java.util.Collections.shuffle(ids, new Random(3));
    assertThat(digest(ids), is(digest));
    ids.set(0, "c");
    assertThat(digest(ids), is(not(digest)));
    assertThat(digest(List.of()), is("0000000000000000"));
  }

  @Test
  void digestsOfPartsAddUp() {
    IdDigest left = new IdDigest();
    left.add(new byte[] {'a'}, 0, 1);
    IdDigest right = new IdDigest();
    right.add(new byte[] {'x', 'b'}, 1, 2);
    left.add(right);
    assertThat(left.toString(), is(digest(List.of("b", "a"))));
  }

  private static String digest(List<String> ids) {
    IdDigest digest = new IdDigest();
    for (String id : ids) {
      byte[] utf8 = id.getBytes(UTF_8);
      digest.add(utf8, 0, utf8.length);
    }
    return digest.toString();
  }

  private static Expected row(Random random, int i) {
    boolean gone = random.nextInt(6) == 0;
    int start = random.nextInt(3) == 0 ? -1 : random.nextInt(1_000);
    return new Expected(
        "id" + "x".repeat(random.nextInt(60)) + i,
        start,
        start < 0 ? 0 : random.nextLong(),
        random.nextInt(4),
        random.nextBoolean() ? -1 : random.nextInt(100),
        gone);
  }

  private static void build(RecordBatchBuilder builder, Expected row) {
    id(builder.startRow(1, 2, 3), row.id);
    if (row.start >= 0) {
      builder.column(QUALITY, row.start, 4, row.scalar).partition("p" + row.start % 10);
    }
    for (int e = 0; e < row.extras; e++) {
      builder.extra(e, row.start);
    }
    if (row.vector >= 0) {
      builder.vector(new float[] {row.vector, -row.vector});
    }
    if (row.gone) {
      builder.deletion();
    }
  }

  private static Expected actual(RecordBatch batch, int row) {
    int start = batch.spanStart(row, QUALITY);
    for (int e = 0; e < batch.extras(row); e++) {
      assertThat(batch.extraStart(row, e), is(e));
      assertThat(batch.extraLength(row, e), is(start));
    }
    String partition = start < 0 ? "" : batch.partitionValues().get(batch.partition(row));
    assertThat(partition, is(start < 0 ? "" : "p" + start % 10));
    float[] vector =
        batch.hasVector(row)
            ? Arrays.copyOfRange(
                batch.vectors(), batch.vectorOffset(row), batch.vectorOffset(row) + 2)
            : new float[] {-1, 1};
    assertThat(vector[1], is(-vector[0]));
    return new Expected(
        batch.id(row),
        start,
        start < 0 ? 0 : batch.scalar(row, QUALITY),
        batch.extras(row),
        vector[0],
        batch.isDeletion(row));
  }

  private static RecordBatchBuilder id(RecordBatchBuilder builder, String id) {
    byte[] utf8 = id.getBytes(UTF_8);
    return builder.id(utf8, 0, utf8.length, false);
  }
}
