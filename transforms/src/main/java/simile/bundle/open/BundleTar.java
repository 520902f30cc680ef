package simile.bundle.open;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import simile.bundle.Bundle;
import simile.bundle.BundleException;
import simile.bundle.BundleJson;
import simile.bundle.BundlePaths;
import simile.bundle.BundledFile;
import simile.tar.TarEntry;
import simile.tar.TarFormatException;
import simile.tar.TarReader;

/** A bundle in an archive: listed and held against its {@code bundle.json}, not yet unpacked. */
final class BundleTar implements Closeable {
  /** How many files a bundle may have, for those who read it. */
  static final int MAX_FILES = 500_000;

  private final Path archive;
  private final FileChannel channel;
  private final Map<String, TarEntry> entries;
  private final Bundle bundle;

  private BundleTar(
      Path archive, FileChannel channel, Map<String, TarEntry> entries, Bundle bundle) {
    this.archive = archive;
    this.channel = channel;
    this.entries = entries;
    this.bundle = bundle;
  }

  static BundleTar open(Path archive) throws IOException {
    FileChannel channel = FileChannel.open(archive, StandardOpenOption.READ);
    try {
      PackedFiles.refuse(archive, channel);
      FoundFiles found = new FoundFiles(archive.toString());
      Map<String, TarEntry> entries = new HashMap<>();
      for (TarEntry entry : list(archive, channel)) {
        found.add(entry.name(), entry.bytes());
        entries.put(entry.name(), entry);
      }
      found.indexBytes(BundleJson.MAX_BYTES);
      Bundle bundle = index(archive, channel, entries.get(BundlePaths.INDEX));
      found.require(bundle);
      return new BundleTar(archive, channel, entries, bundle);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Whether a file begins as an archive does. */
  static boolean isTar(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer magic = ByteBuffer.allocate(5);
      return channel.read(magic, 257) == 5 && new String(magic.array(), US_ASCII).equals("ustar");
    } catch (IOException e) {
      return false; // whoever opens it will say why
    }
  }

  Bundle bundle() {
    return bundle;
  }

  /** Unpacks and checks every file. */
  void unpack(Unpacked into) throws IOException {
    CheckedCopy copy = new CheckedCopy(archive.toString());
    for (BundledFile file : bundle.files()) {
      try (InputStream in = content(channel, entries.get(file.path()));
          OutputStream out = into.create(file.path())) {
        copy.copy(file, in, out);
      }
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static List<TarEntry> list(Path archive, FileChannel channel) throws IOException {
    try {
      return TarReader.list(channel, 2 * MAX_FILES);
    } catch (TarFormatException e) {
      throw new BundleException(
          "%s: %s. Make the archive again, with: tar -cf ARCHIVE --format=ustar -C FOLDER ."
              .formatted(archive, e.getMessage()),
          e);
    }
  }

  private static Bundle index(Path archive, FileChannel channel, TarEntry entry)
      throws IOException {
    try (InputStream in = content(channel, entry)) {
      return BundleJson.fromBytes(in.readAllBytes(), archive + ": " + BundlePaths.INDEX);
    }
  }

  private static InputStream content(FileChannel channel, TarEntry entry) throws IOException {
    return new Slice(channel, entry.offset(), entry.bytes());
  }
}
