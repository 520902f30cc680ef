package simile.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.OptionalLong;
import simile.files.HashedOutput;
import simile.files.Sha256;
import simile.files.StoreFiles;
import simile.segment.DataFile;

/** Copies files, and believes none: each must have the size and the hash that the log names. */
final class FileCopy {
  private static final int BUFFER_BYTES = 1 << 18;

  private final StoreFiles source;
  private final StoreFiles target;

  FileCopy(StoreFiles source, StoreFiles target) {
    this.source = source;
    this.target = target;
  }

  /**
   * Copies a file, unless an earlier attempt has.
   *
   * @return whether it was copied now
   * @throws DamagedFileException if the source's is missing, or is not what was once written
   */
  boolean copy(DataFile file) throws IOException {
    OptionalLong there = target.size(file.path());
    if (there.isPresent()) {
      if (there.getAsLong() == file.bytes() && hash(target, file).equals(file.sha256())) {
        return false;
      }
      target.delete(file.path()); // what a killed attempt left of it
    }
    write(file);
    return true;
  }

  /** Whether the target has the file in its full size. */
  boolean isThere(DataFile file) throws IOException {
    OptionalLong size = target.size(file.path());
    return size.isPresent() && size.getAsLong() == file.bytes();
  }

  private void write(DataFile file) throws IOException {
    try (SeekableByteChannel in = source.open(file.path());
        HashedOutput out = new HashedOutput(target.create(file.path()), BUFFER_BYTES)) {
      ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
      while (in.read(buffer) >= 0) {
        out.write(buffer.array(), 0, buffer.position());
        buffer.clear();
      }
      if (out.count() != file.bytes()) {
        throw new DamagedFileException(source, file, out.count() + " bytes");
      }
      String sha256 = out.finish();
      if (!sha256.equals(file.sha256())) {
        DamagedFileException damaged =
            new DamagedFileException(source, file, "the SHA-256 " + sha256);
        discard(file, damaged);
        throw damaged;
      }
    } catch (NoSuchFileException e) {
      throw new DamagedFileException(source, file, "no file", e);
    }
  }

  private void discard(DataFile file, IOException why) {
    try {
      target.delete(file.path());
    } catch (IOException e) {
      why.addSuppressed(e);
    }
  }

  private static String hash(StoreFiles files, DataFile file) throws IOException {
    MessageDigest digest = Sha256.digest();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    try (SeekableByteChannel in = files.open(file.path())) {
      while (in.read(buffer) >= 0) {
        digest.update(buffer.array(), 0, buffer.position());
        buffer.clear();
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
