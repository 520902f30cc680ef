package simile.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import simile.files.OutcomeUnknownException;
import simile.files.StoreFiles;

/** Loses the answers to puts of entries, as told. */
final class UnsureFiles extends ForwardingFiles {
  /** What becomes of a put. */
  enum Fate {
    ANSWERED,
    APPLIED_AND_LOST,
    LOST,
    /** Applied just before the next put. */
    LATE,
    FAILED
  }

  private final Deque<Fate> fates;
  private final Deque<Runnable> late = new ArrayDeque<>();
  private boolean unreadable;

  UnsureFiles(StoreFiles files, List<Fate> fates) {
    super(files);
    this.fates = new ArrayDeque<>(fates);
  }

  /** From the first lost answer on, nothing can be read. */
  boolean breakAfterLoss;

  @Override
  public boolean putIfAbsent(String path, byte[] content) throws IOException {
    Fate fate = path.contains("checkpoint") || fates.isEmpty() ? Fate.ANSWERED : fates.remove();
    if (fate == Fate.FAILED) {
      throw new IOException("refused");
    }
    while (!late.isEmpty()) {
      late.remove().run();
    }
    if (fate == Fate.LATE) {
      late.add(() -> putLate(path, content));
    }
    boolean created = fate != Fate.LOST && fate != Fate.LATE && files.putIfAbsent(path, content);
    if (fate == Fate.ANSWERED) {
      return created;
    }
    unreadable = breakAfterLoss;
    throw new OutcomeUnknownException("the answer was lost", new IOException("reset"));
  }

  private void putLate(String path, byte[] content) {
    try {
      boolean unused = files.putIfAbsent(path, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<String> list(String folder) throws IOException {
    requireReadable();
    return files.list(folder);
  }

  @Override
  public byte[] read(String path) throws IOException {
    requireReadable();
    return files.read(path);
  }

  @Override
  public OptionalLong size(String path) throws IOException {
    requireReadable();
    return files.size(path);
  }

  private void requireReadable() throws IOException {
    if (unreadable) {
      throw new IOException("unreachable");
    }
  }
}
