package simile.npz;

/**
 * A file inside a ZIP, as the central directory names it.
 *
 * @param method 0 stored, 8 deflated
 * @param crc of the content
 * @param packed bytes in the ZIP
 * @param size bytes of the content
 * @param headerAt where its local header starts
 */
record ZipMember(
    String name, int flags, int method, int crc, long packed, long size, long headerAt) {
  static final int STORED = 0;
  static final int DEFLATED = 8;
  static final int LOCAL_HEADER = 30;

  /** Sizes and checksum stand after the content, not in the local header. */
  boolean hasDescriptor() {
    return (flags & 8) != 0;
  }
}
