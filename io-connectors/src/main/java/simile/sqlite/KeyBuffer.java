package simile.sqlite;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Keys in memory, and their order. */
final class KeyBuffer {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int BYTES_AN_ENTRY = 40;

  private final byte[] arena;
  private final List<Entry> entries = new ArrayList<>();
  private int used;

  private record Entry(long prefix, int at, int length) {}

  /**
   * @param memory bytes of keys that are held, and at most as much again
   */
  KeyBuffer(int memory) {
    arena = new byte[memory];
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Adds a key, unless there is no room for it. */
  boolean add(byte[] key, int length) {
    if (used + length > arena.length || entries.size() > arena.length / BYTES_AN_ENTRY) {
      return false;
    }
    System.arraycopy(key, 0, arena, used, length);
    entries.add(new Entry(prefix(arena, used, length), used, length));
    used += length;
    return true;
  }

  /** Yields the keys in order. */
  void drain(KeySorter.Sink sink) throws IOException {
    for (Entry entry : sorted()) {
      byte[] key = Arrays.copyOfRange(arena, entry.at, entry.at + entry.length);
      sink.key(key, key.length);
    }
  }

  /** Adds the keys, in order, to the end of a file as a run, and forgets them. */
  KeyRun.Span spill(Path file) throws IOException {
    long from = Files.exists(file) ? Files.size(file) : 0;
    long to = from;
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                BUFFER_BYTES))) {
      for (Entry entry : sorted()) {
        out.writeInt(entry.length);
        out.write(arena, entry.at, entry.length);
        to += Integer.BYTES + entry.length;
      }
    }
    entries.clear();
    used = 0;
    return new KeyRun.Span(from, to);
  }

  private Entry[] sorted() {
    Entry[] sorted = entries.toArray(Entry[]::new);
    Arrays.sort(sorted, this::compare);
    return sorted;
  }

  private int compare(Entry a, Entry b) {
    int byPrefix = Long.compareUnsigned(a.prefix, b.prefix);
    return byPrefix != 0
        ? byPrefix
        : Arrays.compareUnsigned(arena, a.at, a.at + a.length, arena, b.at, b.at + b.length);
  }

  private static long prefix(byte[] bytes, int at, int length) {
    long prefix = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      prefix = prefix << 8 | (i < length ? bytes[at + i] & 0xff : 0);
    }
    return prefix;
  }
}
