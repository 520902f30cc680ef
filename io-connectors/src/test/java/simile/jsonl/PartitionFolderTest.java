package simile.jsonl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionFolderTest {
  private static final String KEY = "source_domain";
  private static final List<String> HARD =
      List.of(
          "..",
          ".",
          "/",
          "\\",
          "a/../../b",
          "%",
          "%2E",
          "%2e",
          "CON",
          "con",
          "nul.txt",
          "a.",
          "a ",
          "Physics",
          "physics",
          "PHYSICS",
          "=",
          "a=b",
          "*",
          "?",
          "~",
          "-",
          "__HIVE_DEFAULT_PARTITION__",
          "é",
          "e\u0301",
          "日本",
          "\uD83D\uDE00",
          "\u0000",
          "\n",
          ":",
          "|",
          "\u202e",
          "bucket=01");

  @Test
  void folderTellsTheValue() {
    for (String value : values()) {
      String folder = PartitionFolder.of(KEY, Optional.of(value));
      if (!PartitionFolder.isBucket(folder)) {
        assertThat(PartitionFolder.decode(folder), is(Optional.of(value)));
        assertThat(
            "as other tools decode it",
            URLDecoder.decode(folder.substring(KEY.length() + 1), UTF_8),
            is(value));
      }
    }
  }

  @Test
  void foldersStayApartWhereCaseDoesNotCount() {
    Map<String, String> valueOf = new HashMap<>();
    for (String value : values()) {
      String folder = PartitionFolder.of(KEY, Optional.of(value)).toLowerCase(Locale.ROOT);
      if (!PartitionFolder.isBucket(folder)) {
        String other = valueOf.putIfAbsent(folder, value);
        assertThat(folder, other == null || other.equals(value));
      }
    }
  }

  @Test
  void foldersHaveOnlySafeCharacters() {
    for (String value : values()) {
      String folder = PartitionFolder.of(KEY, Optional.of(value));
      assertThat(folder, matchesPattern("(source_domain|bucket)=([a-z0-9_-]|%[0-9A-F]{2})+"));
      assertThat(folder.length(), lessThanOrEqualTo(255));
    }
  }

  @Test
  void absenceIsNotTheTextThatHiveWritesForIt() {
    String absent = PartitionFolder.of(KEY, Optional.empty());
    assertThat(absent, is("source_domain=__HIVE_DEFAULT_PARTITION__"));
    assertThat(PartitionFolder.decode(absent), is(Optional.empty()));
    assertThat(PartitionFolder.of(KEY, Optional.of("__HIVE_DEFAULT_PARTITION__")), is(not(absent)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 201, 10_000})
  void valuesThatAreEmptyOrTooLongShareBuckets(int length) {
    String folder = PartitionFolder.of(KEY, Optional.of("x".repeat(length)));
    assertThat(folder, matchesPattern("bucket=([0-2][0-9]|3[01])"));
  }

  @Test
  void limitIsOfEncodedBytes() {
    assertThat(PartitionFolder.isBucket(folder("x".repeat(200))), is(false));
    assertThat(PartitionFolder.isBucket(folder("X".repeat(66))), is(false));
    assertThat(PartitionFolder.isBucket(folder("X".repeat(67))), is(true));
  }

  private static String folder(String value) {
    return PartitionFolder.of(KEY, Optional.of(value));
  }

  private static List<String> values() {
    Random random = new Random(6);
    List<String> values = new java.util.ArrayList<>(HARD);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder value = new StringBuilder();
      for (int n = 1 + random.nextInt(40); n > 0; n--) {
        value.append(
            random.nextBoolean()
                ? HARD.get(random.nextInt(HARD.size()))
                : Character.toString(1 + random.nextInt(0xD7FE)));
      }
      values.add(value.toString());
    }
    return values;
  }
}
