package simile.files;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One file by its URI, such as {@code s3://bucket/folder/file.jsonl}.
 *
 * @param folder where it is
 * @param name its name there
 */
public record StoredFile(StoreFiles folder, String name) {
  private static final Pattern FILE = Pattern.compile("(.+://[^/]*(?:/.*)?)/([^/]+)");

  /**
   * @throws UnsupportedStoreException if nothing serves the scheme, or the URI names no file
   */
  public static StoredFile of(StoreFilesOpener opener, String uri) throws IOException {
    Matcher matcher = FILE.matcher(uri);
    if (!matcher.matches()) {
      // The opener has something to say of what holds a password.
      throw new UnsupportedStoreException("'%s' names no file".formatted(opener.open(uri).root()));
    }
    return new StoredFile(opener.open(matcher.group(1)), matcher.group(2));
  }

  /** Opens it. @throws java.nio.file.NoSuchFileException if it is not there */
  public SeekableByteChannel open() throws IOException {
    return folder.open(name);
  }

  /** Its size in bytes, or empty if it is not there. */
  public OptionalLong size() throws IOException {
    return folder.size(name);
  }

  /** What is another text once its content is another. */
  public String tag() throws IOException {
    return folder.tag(name);
  }
}
