package simile.connectors;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.coders.CoderProvider;
import org.apache.beam.sdk.coders.CoderProviders;
import org.apache.beam.sdk.coders.DoubleCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.values.TypeDescriptor;

/** The number of values, and before each the letter of its type. */
public final class SqliteRowCoder extends AtomicCoder<SqliteRow> {
  private static final long serialVersionUID = 1L;
  private static final SqliteRowCoder INSTANCE = new SqliteRowCoder();

  private SqliteRowCoder() {}

  public static SqliteRowCoder of() {
    return INSTANCE;
  }

  /** Found by {@code @DefaultCoder}. */
  public static CoderProvider getCoderProvider() {
    return CoderProviders.forCoder(TypeDescriptor.of(SqliteRow.class), INSTANCE);
  }

  @Override
  public void encode(SqliteRow row, OutputStream out) throws IOException {
    VarIntCoder.of().encode(row.values().size(), out);
    for (Object value : row.values()) {
      encodeValue(value, out);
    }
  }

  private static void encodeValue(Object value, OutputStream out) throws IOException {
    if (value == null) {
      out.write('n');
    } else if (value instanceof String text) {
      out.write('t');
      StringUtf8Coder.of().encode(text, out);
    } else if (value instanceof Long number) {
      out.write('i');
      VarLongCoder.of().encode(number, out);
    } else if (value instanceof Double number) {
      out.write('r');
      DoubleCoder.of().encode(number, out);
    } else if (value instanceof byte[] blob) {
      out.write('b');
      ByteArrayCoder.of().encode(blob, out);
    } else {
      throw new CoderException(
          "a row holds a %s; expected String, Long, Double, byte[] or null"
              .formatted(value.getClass().getName()));
    }
  }

  @Override
  public SqliteRow decode(InputStream in) throws IOException {
    int size = VarIntCoder.of().decode(in);
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      values.add(decodeValue(in));
    }
    return new SqliteRow(values);
  }

  private static Object decodeValue(InputStream in) throws IOException {
    int type = in.read();
    return switch (type) {
      case 'n' -> null;
      case 't' -> StringUtf8Coder.of().decode(in);
      case 'i' -> VarLongCoder.of().decode(in);
      case 'r' -> DoubleCoder.of().decode(in);
      case 'b' -> ByteArrayCoder.of().decode(in);
      default -> throw new CoderException("no value starts with byte " + type);
    };
  }

  @Override
  public boolean consistentWithEquals() {
    return true;
  }
}
