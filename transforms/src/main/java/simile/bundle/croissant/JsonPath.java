package simile.bundle.croissant;

import java.util.List;
import java.util.regex.Pattern;

/** Names that lead into an object, as JSONPath. */
final class JsonPath {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private JsonPath() {}

  static String of(List<String> names) {
    return String.join(".", names.stream().map(JsonPath::name).toList());
  }

  private static String name(String name) {
    return PLAIN.matcher(name).matches()
        ? name
        : "'" + name.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
