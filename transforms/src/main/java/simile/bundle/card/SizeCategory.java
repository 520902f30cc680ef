package simile.bundle.card;

/** How many records there are, in the Hub's words. */
final class SizeCategory {
  private static final String[] STEPS = {
    "1K", "10K", "100K", "1M", "10M", "100M", "1B", "10B", "100B", "1T"
  };

  private SizeCategory() {}

  static String of(long records) {
    long limit = 1_000;
    if (records < limit) {
      return "n<" + STEPS[0];
    }
    for (int i = 1; i < STEPS.length; i++) {
      limit *= 10;
      if (records < limit) {
        return STEPS[i - 1] + "<n<" + STEPS[i];
      }
    }
    return "n>" + STEPS[STEPS.length - 1];
  }
}
