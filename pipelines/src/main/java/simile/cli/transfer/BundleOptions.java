package simile.cli.transfer;

import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import simile.bundle.Bundle;
import simile.jobs.export.HistoryEntries;
import simile.query.Criteria;

/** What only bundles have: {@code --history}, {@code --license}. */
public final class BundleOptions {
  static final String FORMAT = "bundle";

  /** A bundle is a context as it is, so there is nothing to choose. */
  private static final List<String> OTHERS =
      List.of("--collection", "--partition-by", "--shards", "--compression", "--no-embeddings");

  @Option(
      names = "--history",
      paramLabel = "all|none|N",
      defaultValue = "none",
      description = "How many log entries a bundle takes along (default: ${DEFAULT-VALUE}).")
  private String history;

  @Option(
      names = "--license",
      paramLabel = "ID",
      defaultValue = Bundle.NO_LICENSE,
      description =
          "What the data of a bundle may be used for, such as cc0-1.0 (default: ${DEFAULT-VALUE}).")
  private String license;

  long history() {
    return HistoryEntries.of(history);
  }

  String license() {
    return license;
  }

  /**
   * @throws IllegalArgumentException if an option was given that says nothing of a bundle
   */
  static void requireAlone(ParseResult given, Criteria criteria) {
    if (!criteria.equals(Criteria.ALL)) {
      throw new IllegalArgumentException(
          "a bundle is a whole context; leave the criteria out, or choose another --format");
    }
    for (String other : OTHERS) {
      if (given.hasMatchedOption(other)) {
        throw new IllegalArgumentException(
            "a bundle is a whole context; leave %s out, or choose another --format"
                .formatted(other));
      }
    }
  }

  /**
   * @throws IllegalArgumentException if an option was given that only bundles have
   */
  static void requireNone(ParseResult given) {
    for (String own : List.of("--history", "--license")) {
      if (given.hasMatchedOption(own)) {
        throw new IllegalArgumentException(own + " goes with --format bundle; leave it out");
      }
    }
  }
}
