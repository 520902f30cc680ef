package simile.parquet.read;

import java.io.IOException;

/** The members that had no column: an object, whose members become the row's own again. */
final class ExtraPart implements RowReader.RowPart {
  private final LeafReader leaf;
  private final LeafNode node;
  private final Member asMember;

  ExtraPart(LeafNode node, Member asMember) {
    this.node = node;
    this.leaf = node.leaf();
    this.asMember = asMember;
  }

  @Override
  public boolean write(JsonOut out, boolean first) throws IOException {
    Value value = leaf.value();
    if (!node.isPresent() || !isObject(value)) {
      return asMember.write(out, first);
    }
    int start = value.start;
    int end = value.end;
    while (isSpace(value.bytes[start])) {
      start++;
    }
    while (isSpace(value.bytes[end - 1])) {
      end--;
    }
    start++;
    end--;
    while (start < end && isSpace(value.bytes[start])) {
      start++;
    }
    boolean any = start < end;
    if (any) {
      out.expect(end - start + 1);
      if (!first) {
        out.put(',');
      }
      JsonText.append(value.bytes, start, end, out);
    }
    leaf.next();
    return any;
  }

  private static boolean isObject(Value value) {
    int start = value.start;
    while (start < value.end && isSpace(value.bytes[start])) {
      start++;
    }
    return start < value.end
        && value.bytes[start] == '{'
        && JsonText.isValue(value.bytes, value.start, value.end);
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }
}
