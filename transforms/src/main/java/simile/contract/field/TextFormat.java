package simile.contract.field;

import com.google.re2j.Pattern;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The string formats that are checked; by their shape, not by asking anyone. */
public enum TextFormat {
  UUID("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"),
  URI("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`]*"),
  EMAIL("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)*"),
  HOSTNAME(
      "([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*"),
  IPV4("((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])(\\.|$)){4}"),
  IPV6("[0-9a-fA-F:]*:[0-9a-fA-F:]*:[0-9a-fA-F:.]*"),
  BYTE("([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?"),
  /** Says how to show the value; anything goes. */
  PASSWORD("(?s).*"),
  /** Says what the text holds; anything goes. */
  BINARY("(?s).*");

  private final Pattern pattern;

  TextFormat(String regex) {
    pattern = Pattern.compile(regex);
  }

  public boolean matches(String value) {
    return pattern.matches(value);
  }

  /** The name that contracts use: "uuid". */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<TextFormat> of(String label) {
    return Arrays.stream(values()).filter(f -> f.label().equals(label)).findFirst();
  }
}
