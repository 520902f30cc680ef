package simile.parquet.read;

import java.util.Optional;
import simile.parquet.ParquetFormatException;
import simile.parquet.format.Encoding;
import simile.parquet.format.PhysicalType;
import simile.parquet.format.SchemaNode;

/** Finds the decoder for a page. */
final class Decoders {
  private Decoders() {}

  static ValueDecoder of(
      SchemaNode leaf, Encoding encoding, Bytes page, Optional<Dictionary> dictionary)
      throws ParquetFormatException {
    PhysicalType type = leaf.type().orElseThrow();
    boolean isInteger = type == PhysicalType.INT32 || type == PhysicalType.INT64;
    boolean isBytes = type == PhysicalType.BYTE_ARRAY || type == PhysicalType.FIXED;
    if (encoding == Encoding.PLAIN) {
      return PlainDecoders.of(leaf, page);
    } else if (encoding.isDictionary()) {
      return dictionary
          .orElseThrow(
              () -> new ParquetFormatException("a page needs a dictionary that is missing"))
          .decoder(page);
    } else if (encoding == Encoding.RLE && type == PhysicalType.BOOLEAN) {
      HybridDecoder flags = new HybridDecoder(page.slice(page.int32()), 1);
      return into -> into.bits = flags.next();
    } else if (encoding == Encoding.DELTA_BINARY_PACKED && isInteger) {
      return DeltaDecoders.integers(page, type == PhysicalType.INT64);
    } else if (encoding == Encoding.DELTA_LENGTH_BYTE_ARRAY && type == PhysicalType.BYTE_ARRAY) {
      return DeltaDecoders.texts(page);
    } else if (encoding == Encoding.DELTA_BYTE_ARRAY && isBytes) {
      return fixed(leaf, DeltaDecoders.shared(page));
    } else if (encoding == Encoding.BYTE_STREAM_SPLIT && leaf.width() > 0) {
      return new SplitDecoder(page, leaf);
    }
    throw new ParquetFormatException(
        "values of type %s in encoding %s are not read".formatted(type, encoding));
  }

  private static ValueDecoder fixed(SchemaNode leaf, ValueDecoder decoder) {
    if (leaf.width() == 0) {
      return decoder;
    }
    return into -> {
      decoder.next(into);
      if (into.length() != leaf.width()) {
        throw new ParquetFormatException(
            "a value has %d bytes instead of %d".formatted(into.length(), leaf.width()));
      }
    };
  }
}
