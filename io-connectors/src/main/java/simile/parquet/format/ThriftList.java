package simile.parquet.format;

import java.util.List;

/**
 * A list of values of one kind.
 *
 * @param kind the protocol's number for what its items are
 */
public record ThriftList(int kind, List<Object> items) {
  public ThriftList {
    items = List.copyOf(items);
  }

  static ThriftList structs(List<ThriftStruct> items) {
    return new ThriftList(ThriftKind.STRUCT, List.copyOf(items));
  }
}
