package simile.input;

import java.io.Serializable;

/**
 * An input file as it was when the run was submitted.
 *
 * @param uri how to open it
 * @param stamp its size and tag then
 * @param name what people know it by; mostly the URI, {@code -} for standard input
 * @param format what it is
 */
public record SourceFile(String uri, FileStamp stamp, String name, FileFormat format)
    implements Serializable {

  /** A file of lines that is known by its URI. */
  public SourceFile(String uri, FileStamp stamp) {
    this(uri, stamp, uri, FileFormat.JSONL);
  }

  /** How its lines are compressed. */
  public Codec codec() {
    return format == FileFormat.JSONL ? Codec.ofName(uri) : Codec.PLAIN;
  }

  public SourceFile named(String newName) {
    return new SourceFile(uri, stamp, newName, format);
  }

  public SourceFile of(FileFormat found) {
    return new SourceFile(uri, stamp, name, found);
  }
}
