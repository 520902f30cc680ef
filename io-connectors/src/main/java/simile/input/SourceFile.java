package simile.input;

import java.io.Serializable;

/**
 * An input file as it was when the run was submitted.
 *
 * @param uri how to open it
 * @param stamp its size and tag then
 */
public record SourceFile(String uri, FileStamp stamp) implements Serializable {

  public Codec codec() {
    return Codec.ofName(uri);
  }
}
