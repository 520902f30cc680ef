package simile.connectors;

/** Checks that options were given. */
final class Required {
  private Required() {}

  static String option(String call, String value) {
    if (value.isEmpty()) {
      throw new IllegalStateException("say where: call " + call);
    }
    return value;
  }
}
