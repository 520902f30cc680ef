package simile.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Random;

/** Makes records. */
public final class Lines {
  private static final String[] DOMAINS = {"river", "traffic", "cell", "factory", "tree", "été"};

  private Lines() {}

  /** A good analogy. */
  public static String analogy(String id, double quality) {
    Random random = new Random(id.hashCode());
    return ("{\"id\":\"%s\",\"source_domain\":\"%s\",\"target_domain\":\"%s\",\"quality_score\":%s,"
            + "\"created_at\":\"2026-01-01T00:00:00Z\"}")
        .formatted(id, domain(random), domain(random), quality);
  }

  /** A good analogy whose source domain is {@code river}. */
  public static String river(String id) {
    return analogy(id, 0.5).replaceFirst("\"source_domain\":\"[^\"]*", "\"source_domain\":\"river");
  }

  /** A deletion. */
  public static String deletion(String target) {
    return "{\"type\":\"deletion\",\"target_id\":\"%s\"}".formatted(target);
  }

  /** Good analogies, a line each, with the ids {@code a0}, {@code a1}, … */
  public static byte[] analogies(int count) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines.append(analogy("a" + i, i % 101 / 100.0)).append('\n');
    }
    return lines.toString().getBytes(UTF_8);
  }

  private static String domain(Random random) {
    return DOMAINS[random.nextInt(DOMAINS.length)];
  }
}
