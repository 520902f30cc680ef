package simile.cli.doctor;

/**
 * What a check found.
 *
 * @param check the check's name, such as {@code temporary folder}
 * @param status whether it is good
 * @param found what is so
 * @param next what to do; empty if it is good
 */
public record Finding(String check, Status status, String found, String next) {

  /** How good it is. */
  public enum Status {
    OK,
    WARN,
    FAIL
  }

  static Finding ok(String check, String found) {
    return new Finding(check, Status.OK, found, "");
  }

  static Finding warn(String check, String found, String next) {
    return new Finding(check, Status.WARN, found, next);
  }

  static Finding fail(String check, String found, String next) {
    return new Finding(check, Status.FAIL, found, next);
  }
}
