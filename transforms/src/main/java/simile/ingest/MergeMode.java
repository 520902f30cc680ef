package simile.ingest;

import java.util.Arrays;
import java.util.Locale;

/** What becomes of a record, or a deletion, whose id has a live record already. */
public enum MergeMode {
  /** It replaces what is there, or deletes it. */
  LATEST,
  /** It is left out. */
  SKIP_EXISTING,
  /** The run fails. */
  FAIL_ON_EXISTING,
  /**
   * The newer of the two stays, field by field where the contract says so; a deletion deletes. Only
   * of imports.
   */
  NEWER;

  /** The name that people write, such as {@code skip-existing}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * A mode of an ingest.
   *
   * @throws IllegalArgumentException if no mode has that name
   */
  public static MergeMode of(String key) {
    return Arrays.stream(values())
        .filter(mode -> mode != NEWER && mode.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'"
                        + key
                        + "' is no way to merge; expected latest, skip-existing or fail-on-existing"));
  }
}
