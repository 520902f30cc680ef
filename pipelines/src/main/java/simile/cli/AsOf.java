package simile.cli;

import java.time.Instant;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Which version of a store to look at. */
sealed interface AsOf {

  /** The newest. */
  record Latest() implements AsOf {}

  /** This one. */
  record Version(long number) implements AsOf {}

  /** The newest that was committed at this time or before. */
  record Time(Instant moment) implements AsOf {}

  /** Reads {@code 42} or {@code 2026-03-14T09:26:53Z} or {@code 2026-03-14}. */
  final class Converter implements ITypeConverter<AsOf> {
    @Override
    public AsOf convert(String text) {
      if (text.equals("latest")) {
        return new Latest();
      }
      if (text.matches("[0-9]{1,18}")) {
        return new Version(Long.parseLong(text));
      }
      try {
        return new Time(new MomentConverter().convert(text));
      } catch (TypeConversionException e) {
        throw new TypeConversionException(
            "'" + text + "' is neither a version such as 42 nor a time such as 2026-03-14T09:26Z");
      }
    }
  }
}
