package simile.parquet.read;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.util.UUID;
import simile.parquet.ParquetFormatException;
import simile.parquet.format.Annotation;
import simile.parquet.format.LittleEndian;
import simile.parquet.format.PhysicalType;
import simile.parquet.format.SchemaNode;

/** Finds the JSON form of a column's values. */
final class ScalarFormats {
  private static final int UUID_BYTES = 16;
  private static final int HALF_BYTES = 2;
  private static final int INT96_DAYS = 8;

  private ScalarFormats() {}

  /**
   * @throws ParquetFormatException if the column's values have no form in JSON
   */
  static ScalarFormat of(SchemaNode leaf) throws ParquetFormatException {
    PhysicalType type = leaf.type().orElseThrow();
    Annotation annotation = leaf.annotation();
    if (annotation instanceof Annotation.Foreign foreign) {
      throw refused(leaf, foreign.name());
    }
    return switch (type) {
      case BOOLEAN -> (value, out) -> out.ascii(value.bits != 0 ? "true" : "false");
      case FLOAT -> (value, out) -> real(Float.intBitsToFloat((int) value.bits), out);
      case DOUBLE -> (value, out) -> real(Double.longBitsToDouble(value.bits), out);
      case INT32, INT64 -> integer(annotation, type);
      case INT96 -> ScalarFormats::int96;
      case BYTE_ARRAY, FIXED -> bytes(leaf, annotation);
    };
  }

  private static ParquetFormatException refused(SchemaNode leaf, String type) {
    return new ParquetFormatException(
        "column '%s' is of type %s, which has no form in JSON; leave it out or write it as text"
            .formatted(leaf.name(), type));
  }

  private static ScalarFormat integer(Annotation annotation, PhysicalType type)
      throws ParquetFormatException {
    if (annotation instanceof Annotation.Decimal decimal) {
      int scale = Decimals.checkedScale(decimal.scale());
      return (value, out) -> Decimals.write(value.bits, scale, out);
    } else if (annotation instanceof Annotation.Date) {
      return (value, out) -> JsonTimes.date(value.bits, out);
    } else if (annotation instanceof Annotation.Time time) {
      return (value, out) -> JsonTimes.time(value.bits, time.perSecond(), out);
    } else if (annotation instanceof Annotation.Timestamp time) {
      return (value, out) -> JsonTimes.timestamp(value.bits, time.perSecond(), time.utc(), out);
    } else if (annotation instanceof Annotation.Whole whole && !whole.signed()) {
      return type == PhysicalType.INT32
          ? (value, out) -> out.ascii(Long.toString(value.bits & 0xffff_ffffL))
          : (value, out) -> out.ascii(Long.toUnsignedString(value.bits));
    }
    return (value, out) -> out.ascii(Long.toString(value.bits));
  }

  private static ScalarFormat bytes(SchemaNode leaf, Annotation annotation)
      throws ParquetFormatException {
    int width = leaf.width();
    if (annotation instanceof Annotation.Text) {
      return (value, out) -> out.string(value.bytes, value.start, value.end);
    } else if (annotation instanceof Annotation.Json) {
      return ScalarFormats::json;
    } else if (annotation instanceof Annotation.Decimal decimal) {
      int scale = Decimals.checkedScale(decimal.scale());
      return (value, out) -> Decimals.write(value, scale, out);
    } else if (annotation instanceof Annotation.Uuid && width == UUID_BYTES) {
      return ScalarFormats::uuid;
    } else if (annotation instanceof Annotation.Float16 && width == HALF_BYTES) {
      return (value, out) -> real(Halves.toFloat(value.bytes, value.start), out);
    } else if (annotation instanceof Annotation.Nothing) {
      return (value, out) -> out.ascii("null");
    }
    throw refused(leaf, leaf.type().orElseThrow() + " without a meaning");
  }

  private static void json(Value value, JsonOut out) throws ParquetFormatException {
    if (JsonText.isValue(value.bytes, value.start, value.end)) {
      out.expect(value.length());
      JsonText.append(value.bytes, value.start, value.end, out);
    } else {
      out.string(value.bytes, value.start, value.end);
    }
  }

  /** JSON has no number for these, so that whoever wants a number will find none. */
  private static void real(double value, JsonOut out) {
    if (Double.isFinite(value)) {
      out.ascii(NumberOutput.toString(value, true));
    } else {
      out.quoted(Double.toString(value));
    }
  }

  private static void real(float value, JsonOut out) {
    if (Float.isFinite(value)) {
      out.ascii(NumberOutput.toString(value, true));
    } else {
      out.quoted(Float.toString(value));
    }
  }

  private static void int96(Value value, JsonOut out) {
    LittleEndian view = new LittleEndian(value.bytes);
    JsonTimes.int96(view.int64(value.start), view.int32(value.start + INT96_DAYS), out);
  }

  private static void uuid(Value value, JsonOut out) {
    LittleEndian view = new LittleEndian(value.bytes);
    long high = Long.reverseBytes(view.int64(value.start));
    long low = Long.reverseBytes(view.int64(value.start + Long.BYTES));
    out.quoted(new UUID(high, low).toString());
  }
}
