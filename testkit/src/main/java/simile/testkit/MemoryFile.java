package simile.testkit;

import java.io.ByteArrayOutputStream;

/** A file in memory, and which part of it a crash would leave. */
final class MemoryFile {
  boolean bytesDurable;
  boolean nameDurable;
  private ByteArrayOutputStream content = new ByteArrayOutputStream();

  byte[] bytes() {
    return content.toByteArray();
  }

  int size() {
    return content.size();
  }

  void append(byte[] bytes, int offset, int length) {
    content.write(bytes, offset, length);
  }

  void set(byte[] bytes) {
    content = new ByteArrayOutputStream(bytes.length);
    content.writeBytes(bytes);
  }

  void settle() {
    bytesDurable = true;
    nameDurable = true;
  }

  MemoryFile copy() {
    MemoryFile copy = new MemoryFile();
    copy.set(bytes());
    copy.bytesDurable = bytesDurable;
    copy.nameDurable = nameDurable;
    return copy;
  }
}
