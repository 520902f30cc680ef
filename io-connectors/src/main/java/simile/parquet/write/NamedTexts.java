package simile.parquet.write;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import simile.json.JsonSpans;
import simile.json.MalformedJsonException;
import simile.json.walk.Items;
import simile.json.walk.Members;
import simile.json.walk.Scalars;

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
   * Reads the current member's value.
   *
   * @return false if it is no object of strings and arrays of strings, or has a name twice, which a
   *     map cannot
   */
  boolean read(byte[] bytes, Members member) throws MalformedJsonException {
    if (bytes[member.valueStart()] != '{') {
      return false;
    }
    names.clear();
    texts.clear();
    escapes = member.valueHasEscapes();
    members.moveTo(bytes, member.valueStart(), member.valueEnd());
    while (members.next()) {
      addName();
      if (escapes && !Scalars.isText(bytes, members.nameStart(), members.nameEnd())) {
        return false;
      }
      if (!readTexts(bytes)) {
        return false;
      }
    }
    setFirstText(names.count());
    return namesDiffer(bytes);
  }

  private void addName() {
    setFirstText(names.count());
    names.add(members.nameStart(), members.nameEnd());
  }

  private void setFirstText(int entry) {
    if (entry == firstTexts.length) {
      firstTexts = Arrays.copyOf(firstTexts, entry * 2);
    }
    firstTexts[entry] = texts.count();
  }

  private boolean readTexts(byte[] bytes) throws MalformedJsonException {
    int start = members.valueStart();
    int end = members.valueEnd();
    if (bytes[start] == '"') {
      texts.add(start, end);
      return !members.valueHasEscapes() || Scalars.isText(bytes, start, end);
    }
    if (bytes[start] != '[') {
      return false;
    }
    items.moveTo(bytes, start, end);
    while (items.next()) {
      if (!TextsCell.isText(bytes, items)) {
        return false;
      }
      texts.add(items.valueStart(), items.valueEnd());
    }
    return true;
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
