package simile.input;

import java.io.Serializable;

/**
 * An input file as it was when the run was submitted.
 *
 * @param uri how to open it
 * @param stamp its size and tag then
 * @param name what people know it by; mostly the URI, {@code -} for standard input
 */
public record SourceFile(String uri, FileStamp stamp, String name) implements Serializable {

  /** A file that is known by its URI. */
  public SourceFile(String uri, FileStamp stamp) {
    this(uri, stamp, uri);
  }

  public Codec codec() {
    return Codec.ofName(uri);
  }

  public SourceFile named(String newName) {
    return new SourceFile(uri, stamp, newName);
  }
}
