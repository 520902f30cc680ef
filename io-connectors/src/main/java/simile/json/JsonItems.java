package simile.json;

import java.util.List;

/** The items of an array of a {@link JsonFields} tree, which are read when they are asked for. */
public interface JsonItems {
  /**
   * @throws MalformedJsonException if they cannot be read
   */
  List<?> read() throws MalformedJsonException;
}
