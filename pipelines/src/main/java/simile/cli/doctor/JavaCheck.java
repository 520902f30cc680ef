package simile.cli.doctor;

/** Java's version. */
final class JavaCheck implements Check {
  private static final int NEEDED = 17;

  @Override
  public String name() {
    return "java";
  }

  @Override
  public Finding look() {
    Runtime.Version version = Runtime.version();
    String found = version + " at " + System.getProperty("java.home");
    return version.feature() >= NEEDED
        ? Finding.ok(name(), found)
        : Finding.fail(name(), found, "install a JDK 17 or newer, or set JAVA_HOME to one");
  }
}
