package simile.parquet.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Numbers in bytes.
 *
 * @param bytes never copied
 */
@SuppressWarnings("ArrayRecordComponent") // a view, never compared
public record LittleEndian(byte[] bytes) {
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  public int int32(int at) {
    return (int) INTS.get(bytes, at);
  }

  public long int64(int at) {
    return (long) LONGS.get(bytes, at);
  }

  public void setInt64(int at, long value) {
    LONGS.set(bytes, at, value);
  }
}
