package simile.query;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/** An analogy as the oracle keeps it, and its line. */
record Analogy(
    String id,
    String source,
    String target,
    double quality,
    Optional<String> created,
    List<String> tags,
    Optional<String> workflow,
    Optional<List<Float>> vector) {
  static final List<String> DOMAINS =
      List.of("physics", "Physics", "biology", "a/b", "ökonomie", "中");
  static final List<String> TAGS = List.of("one", "two", "th\\\"ree");
  private static final List<String> OFFSETS = List.of("Z", "+02:00", "-07:30", "+14:00");

  static Analogy random(Random random, String id) {
    return new Analogy(
        id,
        pick(DOMAINS, random),
        pick(DOMAINS, random),
        random.nextInt(11) / 10.0,
        random.nextInt(4) == 0 ? Optional.empty() : Optional.of(time(random)),
        random.nextBoolean() ? List.of() : List.of(pick(TAGS, random), pick(TAGS, random)),
        random.nextInt(3) == 0 ? Optional.empty() : Optional.of("w" + random.nextInt(4)),
        random.nextInt(3) == 0
            ? Optional.empty()
            : Optional.of(List.of(random.nextFloat(), -random.nextFloat() * 1e-6f)));
  }

  /** The line as a person may write it: the members in any order. */
  String line(Random random) {
    List<String> members = new java.util.ArrayList<>(members());
    vector.ifPresent(v -> members.add("\"embedding\": " + v));
    java.util.Collections.shuffle(members, random);
    return "{" + String.join(random.nextBoolean() ? "," : " , ", members) + "}";
  }

  private List<String> members() {
    List<String> members = new java.util.ArrayList<>();
    members.add("\"id\":\"" + id + "\"");
    members.add("\"source_domain\":\"" + source + "\"");
    members.add("\"target_domain\":\"" + target + "\"");
    members.add("\"quality_score\":" + quality);
    created.ifPresent(c -> members.add("\"created_at\":\"" + c + "\""));
    workflow.ifPresent(w -> members.add("\"workflow_id\":\"" + w + "\""));
    if (!tags.isEmpty()) {
      members.add("\"tags\":[\"" + String.join("\", \"", tags) + "\"]");
    }
    return members;
  }

  /** As it is stored: with the time of its run, where it brings none. */
  Analogy stamped(String submittedAt) {
    return new Analogy(
        id,
        source,
        target,
        quality,
        Optional.of(created.orElse(submittedAt)),
        tags,
        workflow,
        vector);
  }

  Instant instant() {
    return OffsetDateTime.parse(created.orElseThrow()).toInstant();
  }

  boolean meets(Criteria c) {
    List<String> plainTags = tags.stream().map(t -> t.replace("\\", "")).toList();
    return (c.ids().isEmpty() || c.ids().contains(id))
        && (c.domains().isEmpty() || c.domains().contains(source) || c.domains().contains(target))
        && (c.sourceDomains().isEmpty() || c.sourceDomains().contains(source))
        && (c.targetDomains().isEmpty() || c.targetDomains().contains(target))
        && quality >= orElse(c.minQuality(), -1)
        && quality <= orElse(c.maxQuality(), 2)
        && c.createdAfter().map(after -> !instant().isBefore(after)).orElse(true)
        && c.createdBefore().map(before -> instant().isBefore(before)).orElse(true)
        && (c.tags().isEmpty() || c.tags().stream().anyMatch(plainTags::contains));
  }

  private static double orElse(OptionalDouble value, double other) {
    return value.orElse(other);
  }

  static String time(Random random) {
    String fraction = random.nextBoolean() ? "" : "." + (1 + random.nextInt(999_999));
    return "2024-05-0%dT%02d:00:%02d%s%s"
        .formatted(
            1 + random.nextInt(3),
            random.nextInt(24),
            random.nextInt(60),
            fraction,
            pick(OFFSETS, random));
  }

  static <T> T pick(List<T> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }
}
