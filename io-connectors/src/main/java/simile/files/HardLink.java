package simile.files;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Gives a finished file its final name, unless that is taken. */
record HardLink(Path temporary, Path target) {

  /**
   * @return whether this call made the name
   * @throws UnsupportedStoreException if the file system has no hard links
   * @throws OutcomeUnknownException if it cannot be told whether the name was made
   */
  boolean create() throws IOException {
    try {
      Files.createLink(target, temporary);
      return true;
    } catch (UnsupportedOperationException e) {
      throw unsupported(e);
    } catch (IOException e) {
      return resolve(e);
    }
  }

  // The answer to link(2) may be wrong over a network (a repeated request meets its own success),
  // so the file itself is asked.
  private boolean resolve(IOException failure) throws IOException {
    boolean taken;
    try {
      taken = Files.exists(target, NOFOLLOW_LINKS);
      if (taken) {
        return Files.isSameFile(temporary, target);
      }
      taken = !Files.notExists(target, NOFOLLOW_LINKS);
    } catch (IOException e) {
      failure.addSuppressed(e);
      taken = true;
    }
    if (taken) {
      throw new OutcomeUnknownException("creating '" + target + "' gave no clear answer", failure);
    }
    throw isUnsupported(failure) ? unsupported(failure) : failure;
  }

  // EPERM or ENOTSUP: what FAT and some network mounts answer.
  private static boolean isUnsupported(IOException failure) {
    String message = String.valueOf(failure.getMessage());
    return message.contains("not permitted") || message.contains("not supported");
  }

  private IOException unsupported(Exception cause) {
    return new UnsupportedStoreException(
        "could not create '%s' by hard link (%s); a store needs a file system with hard links, such as ext4, XFS, APFS, NTFS or NFS"
            .formatted(target, cause.getMessage()),
        cause);
  }
}
