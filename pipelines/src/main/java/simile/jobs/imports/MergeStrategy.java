package simile.jobs.imports;

import java.util.Arrays;
import java.util.Locale;
import simile.ingest.MergeMode;

/** What becomes of conflicts. */
public enum MergeStrategy {
  /** The incoming record replaces what is there. */
  OVERWRITE(MergeMode.LATEST),
  /** The newer of the two stays, field by field where the contract says so. */
  MERGE(MergeMode.NEWER),
  /** What is there stays. */
  SKIP_CONFLICTS(MergeMode.SKIP_EXISTING);

  private final MergeMode mode;

  MergeStrategy(MergeMode mode) {
    this.mode = mode;
  }

  public MergeMode mode() {
    return mode;
  }

  /** The name that people write, such as {@code skip-conflicts}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @throws IllegalArgumentException if none has that name
   */
  public static MergeStrategy of(String key) {
    return Arrays.stream(values())
        .filter(strategy -> strategy.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'" + key + "' is no strategy; expected overwrite, merge or skip-conflicts"));
  }
}
