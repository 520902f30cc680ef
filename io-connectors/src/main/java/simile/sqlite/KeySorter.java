package simile.sqlite;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Sorts keys by their bytes, however many: what does not fit into memory is sorted in another
 * thread and goes to a file as runs, which are merged in the end.
 */
final class KeySorter implements Closeable {
  private static final KeyRun.Span NOTHING = new KeyRun.Span(0, 0);

  private final Path spill;
  private final Executor helper;
  private final List<KeyRun.Span> runs = new ArrayList<>();
  private KeyBuffer filling;
  private KeyBuffer other;
  private CompletableFuture<KeyRun.Span> spilling = CompletableFuture.completedFuture(NOTHING);

  /** Takes a key. */
  @FunctionalInterface
  interface Sink {
    void key(byte[] key, int length) throws IOException;
  }

  /**
   * @param spill the file of runs, made if it is needed
   * @param memory bytes of keys that are held; twice that, and about as much again, is taken
   * @param helper sorts while more comes
   */
  KeySorter(Path spill, int memory, Executor helper) {
    this.spill = spill;
    this.helper = helper;
    this.filling = new KeyBuffer(memory);
    this.other = new KeyBuffer(memory);
  }

  void add(byte[] key, int length) throws IOException {
    if (filling.add(key, length)) {
      return;
    }
    spill();
    if (!filling.add(key, length)) {
      throw new IOException("an index entry of %d bytes is too long to sort".formatted(length));
    }
  }

  /** Yields all keys in order. Nothing may be added afterwards. */
  void drain(Sink sink) throws IOException {
    await();
    if (runs.isEmpty()) {
      filling.drain(sink);
      return;
    }
    spill();
    await();
    merge(sink);
  }

  private void merge(Sink sink) throws IOException {
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

  /** Hands the keys to the helper, and goes on with the buffer that it is done with. */
  private void spill() throws IOException {
    await();
    KeyBuffer full = filling;
    filling = other;
    other = full;
    spilling = CompletableFuture.supplyAsync(() -> spill(full), helper);
  }

  private KeyRun.Span spill(KeyBuffer full) {
    try {
      return full.spill(spill);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void await() throws IOException {
    try {
      KeyRun.Span done = spilling.join();
      if (done.to() > done.from()) {
        runs.add(done);
      }
      spilling = CompletableFuture.completedFuture(NOTHING);
    } catch (CompletionException e) {
      throw e.getCause() instanceof UncheckedIOException io
          ? io.getCause()
          : new IOException("sorting an index failed: " + e.getCause(), e);
    }
  }

  /** Waits for the helper and deletes the file. */
  @Override
  public void close() throws IOException {
    try {
      await();
    } finally {
      Files.deleteIfExists(spill);
    }
  }
}
