package simile.parquet.format;

import java.util.Optional;
import simile.parquet.ParquetFormatException;

/** Reads what a schema's element means, from the words of the old format and of the new. */
final class Annotations {
  private static final int CONVERTED = 6;
  private static final int SCALE = 7;
  private static final int LOGICAL = 10;

  private static final long MILLIS = 1_000;
  private static final long MICROS = 1_000_000;
  private static final long NANOS = 1_000_000_000;

  private Annotations() {}

  static Annotation of(ThriftStruct element) throws ParquetFormatException {
    Optional<ThriftStruct> logical = element.struct(LOGICAL);
    if (logical.isPresent() && logical.get().alternative() != 0) {
      return logical(logical.get());
    }
    return element.has(CONVERTED) ? converted(element) : new Annotation.None();
  }

  private static Annotation logical(ThriftStruct union) throws ParquetFormatException {
    int kind = union.alternative();
    ThriftStruct type = union.struct(kind, "a logical type");
    return switch (kind) {
      case 1, 4 -> new Annotation.Text();
      case 2 -> new Annotation.Mapped();
      case 3 -> new Annotation.Listed();
      case 5 -> new Annotation.Decimal(type.count(1, "a decimal's scale"));
      case 6 -> new Annotation.Date();
      case 7 -> new Annotation.Time(perSecond(type));
      case 8 -> new Annotation.Timestamp(perSecond(type), type.bool(1, false));
      case 10 -> new Annotation.Whole(type.bool(2, true));
      case 11 -> new Annotation.Nothing();
      case 12 -> new Annotation.Json();
      case 13 -> new Annotation.Foreign("BSON");
      case 14 -> new Annotation.Uuid();
      case 15 -> new Annotation.Float16();
      case 16 -> new Annotation.Foreign("VARIANT");
      case 17 -> new Annotation.Foreign("GEOMETRY");
      case 18 -> new Annotation.Foreign("GEOGRAPHY");
      default -> new Annotation.Foreign("logical type " + kind);
    };
  }

  private static long perSecond(ThriftStruct type) throws ParquetFormatException {
    int unit = type.struct(2, "a time's unit").alternative();
    return switch (unit) {
      case 1 -> MILLIS;
      case 2 -> MICROS;
      case 3 -> NANOS;
      default -> throw new ParquetFormatException("a time has the unknown unit " + unit);
    };
  }

  private static Annotation converted(ThriftStruct element) throws ParquetFormatException {
    int kind = element.count(CONVERTED, "a converted type");
    return switch (kind) {
      case 0, 4 -> new Annotation.Text();
      case 1, 2 -> new Annotation.Mapped();
      case 3 -> new Annotation.Listed();
      case 5 -> new Annotation.Decimal((int) element.number(SCALE).orElse(0));
      case 6 -> new Annotation.Date();
      case 7 -> new Annotation.Time(MILLIS);
      case 8 -> new Annotation.Time(MICROS);
      case 9 -> new Annotation.Timestamp(MILLIS, true);
      case 10 -> new Annotation.Timestamp(MICROS, true);
      case 11, 12, 13, 14 -> new Annotation.Whole(false);
      case 15, 16, 17, 18 -> new Annotation.Whole(true);
      case 19 -> new Annotation.Json();
      case 20 -> new Annotation.Foreign("BSON");
      case 21 -> new Annotation.Foreign("INTERVAL");
      default -> new Annotation.Foreign("converted type " + kind);
    };
  }
}
