package simile.parquet.write;

import simile.parquet.format.Encoding;
import simile.parquet.format.GrowingBytes;

/** Truth values, eight a byte, the first in the lowest bit. */
final class FlagValues extends PageValues {
  private final GrowingBytes plain = new GrowingBytes(1 << 10);
  private int bits;
  private int count;

  void add(boolean value) {
    bits |= (value ? 1 : 0) << count;
    if (++count == Byte.SIZE) {
      putBits();
    }
  }

  private void putBits() {
    plain.put(bits);
    bits = 0;
    count = 0;
  }

  @Override
  int bytes() {
    return plain.size();
  }

  @Override
  Encoding drainTo(GrowingBytes out) {
    if (count > 0) {
      putBits();
    }
    out.put(plain.array(), 0, plain.size());
    plain.truncate(0);
    return Encoding.PLAIN;
  }
}
