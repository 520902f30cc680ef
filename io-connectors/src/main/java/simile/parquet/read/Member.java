package simile.parquet.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;

/** A node as a member of an object. */
final class Member {
  private final NodeReader node;
  private final byte[] name;
  private final int floor;

  /**
   * @param floor the definition level of the object
   */
  Member(NodeReader node, int floor) throws IOException {
    this.node = node;
    this.floor = floor;
    byte[] text = node.node().name().getBytes(UTF_8);
    JsonOut quoted = new JsonOut(text.length + 3, Integer.MAX_VALUE);
    quoted.string(text, 0, text.length);
    quoted.put(':');
    this.name = quoted.bytes().toArray();
  }

  /**
   * Writes the member, if it is not null.
   *
   * @return whether it did
   */
  boolean write(JsonOut out, boolean first) throws IOException {
    if (!node.node().isRepeated() && !node.isPresent()) {
      node.skipNull(floor);
      return false;
    }
    if (!first) {
      out.put(',');
    }
    out.put(name);
    node.write(out);
    return true;
  }
}
