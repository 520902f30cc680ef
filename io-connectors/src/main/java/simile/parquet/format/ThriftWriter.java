package simile.parquet.format;

/** Writes structs in Thrift's compact protocol. */
public final class ThriftWriter {
  private static final int SHORT_LIST = 15;
  private static final int SHORT_DELTA = 15;

  private final GrowingBytes out;

  private ThriftWriter(GrowingBytes out) {
    this.out = out;
  }

  /** Appends a struct, whose fields ascend by number. */
  public static void write(ThriftStruct struct, GrowingBytes out) {
    new ThriftWriter(out).struct(struct);
  }

  private void struct(ThriftStruct struct) {
    int last = 0;
    for (int i = 0; i < struct.size(); i++) {
      int id = struct.id(i);
      Object value = struct.value(i);
      header(id - last, id, kind(value));
      if (!(value instanceof Boolean)) {
        value(value);
      }
      last = id;
    }
    out.put(ThriftKind.STOP);
  }

  private void header(int delta, int id, int kind) {
    if (delta > 0 && delta <= SHORT_DELTA) {
      out.put(delta << 4 | kind);
    } else {
      out.put(kind);
      zigzag(id);
    }
  }

  private static int kind(Object value) {
    if (value instanceof Boolean flag) {
      return flag ? ThriftKind.TRUE : ThriftKind.FALSE;
    } else if (value instanceof Byte) {
      return ThriftKind.I8;
    } else if (value instanceof Short) {
      return ThriftKind.I16;
    } else if (value instanceof Integer) {
      return ThriftKind.I32;
    } else if (value instanceof Long) {
      return ThriftKind.I64;
    } else if (value instanceof Double) {
      return ThriftKind.DOUBLE;
    } else if (value instanceof byte[]) {
      return ThriftKind.BINARY;
    } else if (value instanceof ThriftList) {
      return ThriftKind.LIST;
    }
    return ThriftKind.STRUCT;
  }

  private void value(Object value) {
    if (value instanceof Boolean flag) {
      out.put(flag ? ThriftKind.TRUE : ThriftKind.FALSE);
    } else if (value instanceof Byte number) {
      out.put(number);
    } else if (value instanceof Double number) {
      out.putLong(Double.doubleToRawLongBits(number));
    } else if (value instanceof Number number) {
      zigzag(number.longValue());
    } else if (value instanceof byte[] bytes) {
      out.putVarint(bytes.length);
      out.put(bytes);
    } else if (value instanceof ThriftList list) {
      list(list);
    } else {
      struct((ThriftStruct) value);
    }
  }

  private void list(ThriftList list) {
    int count = list.items().size();
    out.put((count < SHORT_LIST ? count << 4 : 0xf0) | list.kind());
    if (count >= SHORT_LIST) {
      out.putVarint(count);
    }
    list.items().forEach(this::value);
  }

  private void zigzag(long value) {
    out.putVarint(value << 1 ^ value >> 63);
  }
}
