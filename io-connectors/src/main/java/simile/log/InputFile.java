package simile.log;

import java.util.Objects;

/**
 * An input of a run.
 *
 * @param uri where it was read from, as the user would write it
 * @param bytes its size; -1 where it is not known, as for standard input
 * @param tag what identifies its content where the file system knows (an ETag, a time of last
 *     change); empty where it does not
 */
public record InputFile(String uri, long bytes, String tag) {
  public InputFile {
    Objects.requireNonNull(uri);
    Objects.requireNonNull(tag);
  }
}
