package simile.sqlite;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Sorts keys by their bytes, however many: what does not fit into memory goes to a file as sorted
 * runs, which are merged.
 */
final class KeySorter implements Closeable {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int BYTES_AN_ENTRY = 40;

  private final Path spill;
  private final byte[] arena;
  private final List<KeyRun.Span> runs = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();
  private int used;
  private long spilled;

  /**
   * @param spill the file of runs, made if it is needed
   * @param memory bytes of keys that are held, and about as much again
   */
  KeySorter(Path spill, int memory) {
    this.spill = spill;
    this.arena = new byte[memory];
  }

  /** Takes a key, in order. */
  @FunctionalInterface
  interface Sink {
    void key(byte[] key, int length) throws IOException;
  }

  void add(byte[] key, int length) throws IOException {
    boolean full =
        used + length > arena.length || entries.size() * (long) BYTES_AN_ENTRY > arena.length;
    if (full && !entries.isEmpty()) {
      spill();
    }
    if (length > arena.length) {
      throw new IOException(
          "an index entry of %d bytes; at most %d can be sorted".formatted(length, arena.length));
    }
    System.arraycopy(key, 0, arena, used, length);
    entries.add(new Entry(prefix(arena, used, length), used, length));
    used += length;
  }

  /** Yields all keys in order. Nothing may be added afterwards. */
  void drain(Sink sink) throws IOException {
    if (runs.isEmpty()) {
      for (Entry entry : sorted()) {
        byte[] key = Arrays.copyOfRange(arena, entry.at, entry.at + entry.length);
        sink.key(key, key.length);
      }
      return;
    }
    spill();
    PriorityQueue<KeyRun> heads = new PriorityQueue<>();
    try {
      for (KeyRun.Span run : runs) {
        KeyRun head = KeyRun.open(spill, run);
        if (head.next()) {
          heads.add(head);
        }
      }
      while (!heads.isEmpty()) {
        KeyRun least = heads.poll();
        sink.key(least.key(), least.length());
        if (least.next()) {
          heads.add(least);
        }
      }
    } finally {
      for (KeyRun head : heads) {
        head.close();
      }
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(spill);
  }

  private void spill() throws IOException {
    long from = spilled;
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(
                Files.newOutputStream(
                    spill,
                    java.nio.file.StandardOpenOption.CREATE,
                    java.nio.file.StandardOpenOption.APPEND),
                BUFFER_BYTES))) {
      for (Entry entry : sorted()) {
        out.writeInt(entry.length);
        out.write(arena, entry.at, entry.length);
        spilled += Integer.BYTES + entry.length;
      }
    }
    runs.add(new KeyRun.Span(from, spilled));
    entries.clear();
    used = 0;
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

  private record Entry(long prefix, int at, int length) {}
}
