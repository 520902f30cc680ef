package simile.benchmarks;

import java.util.Arrays;
import java.util.Optional;

/** What is measured. */
enum Subject {
  /** Ingests, next to what one would use instead. */
  INGESTS("", "docs/benchmarks.md"),
  /** Reading a store that has lived. */
  LIFECYCLE("--lifecycle", "docs/benchmarks.md"),
  /** Exports and imports. */
  TRANSFER("--transfer", "docs/benchmarks.md"),
  /** Slots of a cluster, storage that is not local, and the log as it grows. */
  SCALE("--scale", "docs/scale.md"),
  /** Deaths of workers under Beam's own file output. */
  FAULTS("--faults", "docs/faults.md");

  private final String option;
  private final String page;

  Subject(String option, String page) {
    this.option = option;
    this.page = page;
  }

  /** The one that an option asks for; empty if it asks for something else. */
  static Optional<Subject> of(String option) {
    return Arrays.stream(values())
        .filter(subject -> !subject.option.isEmpty() && subject.option.equals(option))
        .findFirst();
  }

  /** Asks for it; empty for what is measured unless told otherwise. */
  String option() {
    return option;
  }

  /** Where its tables are, below the project's folder. */
  String page() {
    return page;
  }
}
