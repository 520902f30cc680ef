package simile.parquet.write;

import simile.parquet.format.Encoding;
import simile.parquet.format.GrowingBytes;

/** Single-precision numbers, plain: coordinates of vectors do not repeat. */
final class FloatValues extends PageValues {
  private final GrowingBytes plain = new GrowingBytes(1 << 12);

  void add(float[] list, int count) {
    plain.reserve(count * Float.BYTES);
    for (int i = 0; i < count; i++) {
      plain.putInt(Float.floatToRawIntBits(list[i]));
    }
  }

  @Override
  int bytes() {
    return plain.size();
  }

  @Override
  Encoding drainTo(GrowingBytes out) {
    out.put(plain.array(), 0, plain.size());
    plain.truncate(0);
    return Encoding.PLAIN;
  }
}
