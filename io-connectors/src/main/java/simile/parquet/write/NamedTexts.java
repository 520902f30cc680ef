package simile.parquet.write;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import simile.json.JsonSpans;
import simile.json.MalformedJsonException;
import simile.json.walk.Items;
import simile.json.walk.Members;
import simile.json.walk.Scalars;
import simile.json.walk.Walker;

/** Where, in some bytes, the names and the strings of one object of names are. */
final class NamedTexts {
  private static final int FEW = 16;

  private final Members members = new Members();
  private final Items items = new Items();
  private final Spans names = new Spans();
  private final Spans texts = new Spans();
  private int[] firstTexts = new int[16];
  private boolean escapes;

  /**
   * Walks the value of the member whose name was just gone to, which is an object.
   *
   * @return false if it is none of strings and arrays of strings, or has a name twice, which a map
   *     cannot; then the value is still to be passed
   */
  boolean walk(byte[] bytes, Members member) throws MalformedJsonException {
    names.clear();
    texts.clear();
    escapes = false;
    members.moveInto(member);
    while (members.nextName()) {
      if (!addName(bytes) || !walkTexts(bytes)) {
        return false;
      }
    }
    setFirstText(names.count());
    if (!namesDiffer(bytes)) {
      return false;
    }
    member.passValueOf(members);
    return true;
  }

  private boolean addName(byte[] bytes) {
    setFirstText(names.count());
    names.add(members.nameStart(), members.nameEnd());
    return isText(bytes, members.nameStart(), members.nameEnd(), members.nameHasEscapes());
  }

  private void setFirstText(int entry) {
    if (entry == firstTexts.length) {
      firstTexts = Arrays.copyOf(firstTexts, entry * 2);
    }
    firstTexts[entry] = texts.count();
  }

  private boolean walkTexts(byte[] bytes) throws MalformedJsonException {
    if (members.firstOfValue() == '[') {
      return walkItems(bytes);
    }
    members.passValue();
    return addText(bytes, members);
  }

  private boolean walkItems(byte[] bytes) throws MalformedJsonException {
    items.moveInto(members);
    while (items.next()) {
      if (!addText(bytes, items)) {
        return false;
      }
    }
    members.passValueOf(items);
    return true;
  }

  private boolean addText(byte[] bytes, Walker value) {
    texts.add(value.valueStart(), value.valueEnd());
    return bytes[value.valueStart()] == '"'
        && isText(bytes, value.valueStart(), value.valueEnd(), value.valueHasEscapes());
  }

  private boolean isText(byte[] bytes, int start, int end, boolean hasEscapes) {
    escapes |= hasEscapes;
    return !hasEscapes || Scalars.isText(bytes, start, end);
  }

  private boolean namesDiffer(byte[] bytes) {
    if (escapes || names.count() > FEW) {
      Set<String> seen = new HashSet<>();
      for (int i = 0; i < names.count(); i++) {
        int start = names.start(i);
        if (!seen.add(JsonSpans.text(bytes, start, names.end(i) - start))) {
          return false;
        }
      }
      return true;
    }
    for (int i = 1; i < names.count(); i++) {
      for (int j = 0; j < i; j++) {
        if (names.isEqual(i, j, bytes)) {
          return false;
        }
      }
    }
    return true;
  }

  int count() {
    return names.count();
  }

  Spans names() {
    return names;
  }

  Spans texts() {
    return texts;
  }

  /** The index in {@link #texts} of an entry's first string; of the next entry's, its end. */
  int firstText(int entry) {
    return firstTexts[entry];
  }

  /** Whether there is a backslash anywhere. */
  boolean hasEscapes() {
    return escapes;
  }
}
