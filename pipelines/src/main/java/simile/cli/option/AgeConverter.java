package simile.cli.option;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how long ago: {@code 0s}, {@code 30m}, {@code 12h}, {@code 7d}, {@code 2w}, ISO-8601. */
public final class AgeConverter implements ITypeConverter<Duration> {
  private static final Pattern SHORT = Pattern.compile("(\\d{1,9})([smhdw])");

  @Override
  public Duration convert(String text) {
    Matcher matcher = SHORT.matcher(text.toLowerCase(Locale.ROOT));
    if (matcher.matches()) {
      return of(Long.parseLong(matcher.group(1)), matcher.group(2).charAt(0));
    }
    try {
      Duration duration = Duration.parse(text);
      if (!duration.isNegative()) {
        return duration;
      }
    } catch (DateTimeException e) {
      throw wrong(text, e);
    }
    throw wrong(text, null);
  }

  private static Duration of(long number, char unit) {
    return switch (unit) {
      case 's' -> Duration.ofSeconds(number);
      case 'm' -> Duration.ofMinutes(number);
      case 'h' -> Duration.ofHours(number);
      case 'd' -> Duration.ofDays(number);
      default -> Duration.ofDays(7 * number);
    };
  }

  private static TypeConversionException wrong(String text, DateTimeException cause) {
    TypeConversionException wrong =
        new TypeConversionException(
            "'" + text + "' is no time span; expected one such as 0s, 30m, 12h, 7d, 2w or PT12H");
    wrong.initCause(cause);
    return wrong;
  }
}
