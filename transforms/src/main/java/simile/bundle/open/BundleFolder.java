package simile.bundle.open;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import simile.bundle.Bundle;
import simile.bundle.BundleException;
import simile.bundle.BundleJson;
import simile.bundle.BundlePaths;
import simile.bundle.BundledFile;

/** Checks a bundle that is a folder. */
final class BundleFolder {
  private final Path folder;

  BundleFolder(Path folder) {
    this.folder = folder;
  }

  Bundle check() throws IOException {
    FoundFiles found = new FoundFiles(folder.toString());
    Files.walkFileTree(folder, new Walk(found));
    found.indexBytes(BundleJson.MAX_BYTES);
    Path index = folder.resolve(BundlePaths.INDEX);
    Bundle bundle = BundleJson.fromBytes(read(index), index.toString());
    found.require(bundle);
    CheckedCopy copy = new CheckedCopy(folder.toString());
    for (BundledFile file : bundle.files()) {
      try (InputStream in = Files.newInputStream(folder.resolve(file.path()), NOFOLLOW_LINKS)) {
        copy.copy(file, in, OutputStream.nullOutputStream());
      }
    }
    return bundle;
  }

  /** It may have grown since it was measured. */
  private static byte[] read(Path index) throws IOException {
    try (InputStream in = Files.newInputStream(index, NOFOLLOW_LINKS)) {
      return in.readNBytes(BundleJson.MAX_BYTES);
    }
  }

  /** Follows no links, and refuses whatever is neither a file nor a folder. */
  private final class Walk extends SimpleFileVisitor<Path> {
    private final FoundFiles found;
    private int count;

    Walk(FoundFiles found) {
      this.found = found;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes about) throws IOException {
      if (!about.isRegularFile()) {
        throw new BundleException(
            "%s is %s; expected regular files and folders only"
                .formatted(file, about.isSymbolicLink() ? "a symbolic link" : "no regular file"));
      }
      if (++count > BundleTar.MAX_FILES) {
        throw new BundleException(
            "%s has more than %d files, which is what is read"
                .formatted(folder, BundleTar.MAX_FILES));
      }
      found.add(relative(file), about.size());
      return FileVisitResult.CONTINUE;
    }

    private String relative(Path file) {
      return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }
  }
}
