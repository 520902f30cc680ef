package simile.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks that tags nest. */
final class Markup {
  private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z0-9]+)[^>]*?(/?)>");
  private static final Set<String> VOID = Set.of("meta");

  private Markup() {}

  static void requireBalanced(String page) {
    Deque<String> open = new ArrayDeque<>();
    Matcher tag = TAG.matcher(page);
    while (tag.find()) {
      String name = tag.group(2);
      if (!tag.group(1).isEmpty()) {
        String expected = open.pop();
        if (!expected.equals(name)) {
          throw new AssertionError("</" + name + "> closes <" + expected + ">");
        }
      } else if (tag.group(3).isEmpty() && !VOID.contains(name)) {
        open.push(name);
      }
    }
    if (!open.isEmpty()) {
      throw new AssertionError("not closed: " + open);
    }
  }
}
