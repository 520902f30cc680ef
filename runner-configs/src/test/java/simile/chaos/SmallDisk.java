package simile.chaos;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A disk of some megabytes, which is full but for a part of it until it is told. Needs root. */
final class SmallDisk implements Closeable {
  private static final int MEGABYTE = 1 << 20;

  private final Path folder;
  private final Path ballast;

  private SmallDisk(Path folder) {
    this.folder = folder;
    this.ballast = folder.resolve("ballast");
  }

  /** Whether this user may mount disks. */
  static boolean canBeMade() {
    return System.getProperty("user.name").equals("root");
  }

  /**
   * Mounts one.
   *
   * @param megabytes its size
   * @param free how many of them are free
   */
  static SmallDisk mount(Path folder, int megabytes, int free) throws IOException {
    Files.createDirectories(folder);
    run(List.of("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", "" + folder));
    SmallDisk disk = new SmallDisk(folder);
    Files.write(disk.ballast, new byte[(megabytes - free) * MEGABYTE]);
    return disk;
  }

  Path folder() {
    return folder;
  }

  /** From now on all of it is there. */
  void free() throws IOException {
    Files.deleteIfExists(ballast);
  }

  @Override
  public void close() throws IOException {
    run(List.of("umount", "--lazy", "" + folder));
  }

  private static void run(List<String> command) throws IOException {
    try {
      int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
      if (exit != 0) {
        throw new IOException(command + " ended with " + exit);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted: " + command);
    }
  }
}
