package simile.cli;

import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;
import simile.query.OrderBy;
import simile.store.AsOf;

/** Makes picocli read our own types by their own parsers, and say what those say. */
final class Converted {

  private Converted() {}

  static CommandLine by(CommandLine line) {
    return line.registerConverter(AsOf.class, text -> parse(AsOf::parse, text))
        .registerConverter(OrderBy.class, text -> parse(OrderBy::parse, text));
  }

  private static <T> T parse(Function<String, T> parser, String text) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
