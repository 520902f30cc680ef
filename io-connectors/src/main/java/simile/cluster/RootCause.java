package simile.cluster;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What made a job fail, found in the stack trace that its cluster keeps.
 *
 * @param type the exception's class, without its package
 * @param message what it said
 */
public record RootCause(String type, String message) {
  private static final Pattern CAUSE =
      Pattern.compile("(?m)^(?:Caused by: )?([a-zA-Z_][\\w.$]*): (.*)$");
  private static final String OWN = "simile.";

  /** The innermost cause, or the innermost of Simile's own if there is one. */
  static Optional<RootCause> of(String stackTrace) {
    Optional<RootCause> last = Optional.empty();
    boolean own = false;
    Matcher cause = CAUSE.matcher(stackTrace);
    while (cause.find()) {
      boolean ours = cause.group(1).startsWith(OWN);
      if (ours || !own) {
        String name = cause.group(1);
        last =
            Optional.of(
                new RootCause(name.substring(name.lastIndexOf('.') + 1), cause.group(2).strip()));
      }
      own |= ours;
    }
    return last;
  }
}
