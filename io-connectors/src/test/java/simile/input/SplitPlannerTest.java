package simile.input;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SplitPlannerTest {

  @Test
  void everyByteIsInOneSplitInTheOrderOfTheInput() {
    Random random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      List<SourceFile> files = files(random);
      long splitBytes = 1L + random.nextInt(300);
      List<Split> splits = SplitPlanner.plan(files, splitBytes);
      List<Piece> pieces = splits.stream().flatMap(s -> s.pieces().stream()).toList();
      int at = 0;
      for (SourceFile file : files) {
        at = assertCovered(file, pieces, at);
      }
      assertThat(pieces, hasSize(at));
      for (int s = 0; s < splits.size(); s++) {
        assertThat(splits.get(s).number(), is(s));
        assertSize(splits.get(s), splitBytes);
      }
    }
  }

  @Test
  void manySmallFilesShareASplit() {
    List<SourceFile> files = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      files.add(file("f" + i + ".jsonl", 100));
    }
    assertThat(SplitPlanner.plan(files, 10_000), hasSize(10));
  }

  @Test
  void noInputHasNoSplit() {
    assertThat(SplitPlanner.plan(List.of(), 10), hasSize(0));
    assertThrows(IllegalArgumentException.class, () -> SplitPlanner.plan(List.of(), 0));
  }

  /** Returns the number of the piece after the file's. */
  private static int assertCovered(SourceFile file, List<Piece> pieces, int first) {
    int at = first;
    long covered = 0;
    do {
      Piece piece = pieces.get(at++);
      assertThat(piece.file(), is(file));
      assertThat(piece.start(), is(covered));
      covered = piece.end();
    } while (covered < file.stamp().bytes());
    boolean whole = covered == Long.MAX_VALUE;
    assertThat(whole || covered == file.stamp().bytes(), is(true));
    assertThat("only plain files are cut", whole || file.codec() == Codec.PLAIN, is(true));
    return at;
  }

  private static void assertSize(Split split, long splitBytes) {
    Piece first = split.pieces().get(0);
    if (split.pieces().size() > 1) {
      long stored = split.pieces().stream().mapToLong(Piece::storedBytes).sum();
      assertThat(stored, is(lessThanOrEqualTo(splitBytes)));
      split.pieces().forEach(piece -> assertThat(piece.isWhole(), is(true)));
    } else if (!first.isWhole()) {
      assertThat(first.storedBytes(), is(lessThanOrEqualTo(splitBytes)));
      assertThat(first.storedBytes() * 2, is(greaterThanOrEqualTo(splitBytes)));
    }
    if (first.file().codec() == Codec.PLAIN) {
      assertThat(first.storedBytes(), is(lessThan(splitBytes * 2)));
    }
  }

  private static List<SourceFile> files(Random random) {
    List<SourceFile> files = new ArrayList<>();
    int count = random.nextInt(8);
    for (int i = 0; i < count; i++) {
      String suffix = random.nextInt(4) == 0 ? ".gz" : "";
      files.add(file("f" + i + ".jsonl" + suffix, random.nextInt(1 << random.nextInt(12))));
    }
    return files;
  }

  @Test
  void parquetIsCutSinceARangeIsItsRowGroupsAndATableIsNot() {
    List<SourceFile> files =
        List.of(
            file("rows.parquet", 100).of(FileFormat.PARQUET),
            file("table.sqlite", 10_000).of(FileFormat.SQLITE));
    List<Split> splits = SplitPlanner.plan(files, 800, 7);
    assertThat(splits.stream().map(Split::number).toList(), is(List.of(7, 8, 9)));
    assertThat(splits.get(0).pieces().get(0).end(), is(50L));
    assertThat(splits.get(1).pieces().get(0).start(), is(50L));
    assertThat(splits.get(2).pieces().get(0).isWhole(), is(true));
  }

  private static SourceFile file(String name, long bytes) {
    return new SourceFile(name, new FileStamp(bytes, "v1"));
  }
}
