package simile.query;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/**
 * Rules out most rows by their bytes, without parsing them. It never rules out a row that meets the
 * criteria, and is in doubt about many that do not.
 *
 * <p>Why that is so: a string without escapes is written in JSON as itself between quotes. A row
 * without a backslash has no escapes. So if it has a domain, a tag or a frame that is asked for,
 * that is in its bytes, between quotes; and if it has a quality score, the field's name is, between
 * quotes, with the number after it, maybe among others that are deeper or were repeated. A row with
 * a backslash, and a value that could be written in several ways, are in doubt.
 *
 * <p>Bytes are looked at as Latin-1 text, which the virtual machine searches fastest.
 */
final class Glance {
  private static final String QUALITY = "\"quality_score\"";

  /** Of each kind of criteria, the texts of which one must be there. */
  private final List<List<String>> kinds = new ArrayList<>();

  private final boolean looksAtQuality;
  private final double low;
  private final double high;

  Glance(Criteria criteria) {
    addKind(criteria.domains());
    addKind(criteria.sourceDomains());
    addKind(criteria.targetDomains());
    addKind(criteria.tags());
    addKind(criteria.frameTypes());
    low = criteria.minQuality().orElse(Double.NEGATIVE_INFINITY);
    high =
        Math.min(
            criteria.maxQuality().orElse(Double.POSITIVE_INFINITY),
            criteria.qualityBelow().orElse(Double.POSITIVE_INFINITY));
    looksAtQuality = low > Double.NEGATIVE_INFINITY || high < Double.POSITIVE_INFINITY;
  }

  private void addKind(List<String> values) {
    if (!values.isEmpty() && values.stream().allMatch(Glance::isWrittenAsItself)) {
      kinds.add(
          values.stream()
              .map(value -> new String(('"' + value + '"').getBytes(UTF_8), ISO_8859_1))
              .toList());
    }
  }

  private static boolean isWrittenAsItself(String value) {
    return UTF_8.newEncoder().canEncode(value)
        && value.chars().noneMatch(c -> c < ' ' || c == '"' || c == '\\');
  }

  /** Whether a row may meet the criteria. */
  boolean mayMatch(byte[] bytes, int start, int length) {
    if (kinds.isEmpty() && !looksAtQuality) {
      return true;
    }
    String text = new String(bytes, start, length, ISO_8859_1);
    if (text.indexOf('\\') >= 0) {
      return true;
    }
    for (List<String> kind : kinds) {
      if (!containsAny(text, kind)) {
        return false;
      }
    }
    return !looksAtQuality || mayHaveQuality(text);
  }

  private static boolean containsAny(String text, List<String> values) {
    for (String value : values) {
      if (text.contains(value)) {
        return true;
      }
    }
    return false;
  }

  private boolean mayHaveQuality(String text) {
    int name = text.indexOf(QUALITY);
    while (name >= 0) {
      if (mayBeInRange(text, name + QUALITY.length())) {
        return true;
      }
      name = text.indexOf(QUALITY, name + QUALITY.length());
    }
    return false;
  }

  private boolean mayBeInRange(String text, int afterName) {
    int colon = skipSpace(text, afterName);
    if (colon == text.length() || text.charAt(colon) != ':') {
      return false; // a value that is written like the name
    }
    double number = PlainNumber.parse(text, skipSpace(text, colon + 1));
    return Double.isNaN(number) || (number >= low && number <= high);
  }

  private static int skipSpace(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }
}
