package simile.proof.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Makes random histories. The same seed makes the same history. */
final class Steps {
  static final List<String> DOMAINS = List.of("river", "traffic", "été");
  static final List<String> TAGS = List.of("", "", "x", "y");
  static final List<String> TAG_NAMES = List.of("v1", "golden");
  private static final int IDS = 24;

  private final SplittableRandom random;
  private int serial;

  Steps(long seed) {
    this.random = new SplittableRandom(seed);
  }

  List<Step> some(int count) {
    List<Step> steps = new ArrayList<>();
    while (steps.size() < count) {
      steps.add(steps.isEmpty() ? ingest() : step());
    }
    return steps;
  }

  private Step step() {
    int dice = random.nextInt(100);
    if (dice < 12) {
      return new Step.Crash(change(), 1 + random.nextInt(60), random.nextLong());
    }
    if (dice < 20) {
      return new Step.ReadAsOf(random.nextInt(12));
    }
    return dice < 25 ? new Step.Reopen() : change();
  }

  private Step change() {
    int dice = random.nextInt(100);
    if (dice < 40) {
      return ingest();
    }
    if (dice < 50) {
      return new Step.Delete(ids());
    }
    if (dice < 60) {
      return new Step.DeleteBy(filter(), meanwhile());
    }
    if (dice < 67) {
      return new Step.Undelete(ids());
    }
    if (dice < 80) {
      return new Step.Compact(random.nextInt(3) == 0, meanwhile());
    }
    if (dice < 87) {
      return new Step.Rollback(1 + random.nextInt(6));
    }
    return dice < 92
        ? new Step.Tag(pick(TAG_NAMES), random.nextInt(6))
        : new Step.Vacuum(Duration.ofMinutes(random.nextBoolean() ? 0 : random.nextInt(20)));
  }

  private Optional<Step> meanwhile() {
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> Optional.of(ingest());
      case 3 -> Optional.of(new Step.Delete(ids()));
      case 4 -> Optional.of(new Step.Rollback(1 + random.nextInt(4)));
      case 5 -> Optional.of(new Step.Compact(true, Optional.empty()));
      default -> Optional.empty();
    };
  }

  Step.Ingest ingest() {
    List<Line> lines = new ArrayList<>();
    boolean vectors = random.nextInt(3) == 0;
    for (int n = 1 + random.nextInt(8); n > 0; n--) {
      String id = id();
      lines.add(
          random.nextInt(6) == 0
              ? new Line.Gone(id)
              : new Line.Put(
                  id,
                  pick(DOMAINS),
                  random.nextInt(101),
                  pick(TAGS),
                  ++serial,
                  vectors && random.nextBoolean()));
    }
    return new Step.Ingest(lines, random.nextInt(3) == 0);
  }

  Filter filter() {
    return new Filter(
        random.nextBoolean() ? Optional.of(pick(DOMAINS)) : Optional.empty(),
        random.nextInt(3) == 0 ? Optional.of(random.nextInt(101)) : Optional.empty(),
        random.nextInt(4) == 0 ? Optional.of("x") : Optional.empty());
  }

  List<String> ids() {
    List<String> ids = new ArrayList<>();
    for (int n = 1 + random.nextInt(4); n > 0; n--) {
      ids.add(id());
    }
    return ids.stream().distinct().toList();
  }

  // Ids whose order in UTF-8 differs from their order in UTF-16.
  private String id() {
    int n = random.nextInt(IDS);
    return switch (n % 4) {
      case 0 -> "\uD83D\uDE00" + n;
      case 1 -> "\uFB01" + n;
      default -> "i" + n;
    };
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
