package simile.parquet.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import simile.parquet.format.SchemaNode;

/** A group, as an object without the members that are null. */
final class StructNode extends NodeReader {
  private final List<Member> members = new ArrayList<>();

  StructNode(SchemaNode node, List<LeafReader> leaves, List<NodeReader> children)
      throws IOException {
    super(node, leaves);
    for (NodeReader child : children) {
      members.add(new Member(child, node.definition()));
    }
  }

  @Override
  void write(JsonOut out) throws IOException {
    out.put('{');
    boolean first = true;
    for (Member member : members) {
      first &= !member.write(out, first);
    }
    out.put('}');
  }
}
