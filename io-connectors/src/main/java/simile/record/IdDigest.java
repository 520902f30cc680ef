package simile.record;

/**
 * A digest of a set of ids that does not depend on their order: the sum, modulo 2^64, of a 64-bit
 * hash (FNV-1a with MurmurHash3's finalizer) of each id's UTF-8 bytes. Formats that hold the same
 * rows have the same digest. It guards against mistakes, not malice.
 */
public final class IdDigest {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private long sum;

  public void add(byte[] utf8, int start, int end) {
    add(hash(utf8, start, end));
  }

  /** Adds an id by its {@link #hash}. */
  public void add(long idHash) {
    sum += idHash;
  }

  public void add(IdDigest other) {
    sum += other.sum;
  }

  public static long hash(byte[] utf8, int start, int end) {
    long h = FNV_OFFSET;
    for (int i = start; i < end; i++) {
      h = (h ^ (utf8[i] & 0xff)) * FNV_PRIME;
    }
    h ^= h >>> 33;
    h *= 0xff51afd7ed558ccdL;
    h ^= h >>> 33;
    h *= 0xc4ceb9fe1a85ec53L;
    return h ^ (h >>> 33);
  }

  /** Sixteen hexadecimal digits. */
  @Override
  public String toString() {
    return String.format("%016x", sum);
  }
}
