package simile.contract.check;

import java.util.Arrays;

/** Where in the record the parser is; becomes a JSON pointer (RFC 6901) when something is wrong. */
final class Path {
  private String[] names = new String[16];
  private int[] indexes = new int[16];
  private int depth;

  void clear() {
    depth = 0;
  }

  void push(String name) {
    grow();
    names[depth++] = name;
  }

  /** Opens a level whose index {@link #at} moves. */
  void pushIndex() {
    grow();
    names[depth] = null;
    indexes[depth++] = 0;
  }

  void at(int index) {
    indexes[depth - 1] = index;
  }

  void pop() {
    depth--;
  }

  String pointer() {
    StringBuilder pointer = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      pointer.append('/');
      if (names[i] == null) {
        pointer.append(indexes[i]);
      } else {
        pointer.append(names[i].replace("~", "~0").replace("/", "~1"));
      }
    }
    return pointer.toString();
  }

  private void grow() {
    if (depth == names.length) {
      names = Arrays.copyOf(names, depth * 2);
      indexes = Arrays.copyOf(indexes, depth * 2);
    }
  }
}
