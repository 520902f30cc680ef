package simile.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of shell commands in a page, marked with {@code <!-- run -->}, or with {@code <!-- run:
 * TOOL -->} where it needs a tool that a machine may lack.
 *
 * @param tool what it needs beside Simile
 * @param line where it begins in its page, from 1
 * @param commands the block's text
 */
record ShellBlock(Optional<String> tool, int line, String commands) {
  private static final Pattern MARKED =
      Pattern.compile("<!-- run(?:: (\\w+))? -->\n```sh\n(.*?)\n```\n", Pattern.DOTALL);
  private static final int LINES_OF_MARK = 2;

  /** The marked blocks of a page, in its order. */
  static List<ShellBlock> of(String page) {
    List<ShellBlock> blocks = new ArrayList<>();
    Matcher found = MARKED.matcher(page);
    while (found.find()) {
      int before = (int) page.substring(0, found.start()).lines().count();
      blocks.add(
          new ShellBlock(
              Optional.ofNullable(found.group(1)), before + 1 + LINES_OF_MARK, found.group(2)));
    }
    return blocks;
  }
}
