package simile.contract.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** Collects what is wrong with one file. */
public final class Problems {
  private final String file;
  private final List<Problem> problems = new ArrayList<>();

  public Problems(String file) {
    this.file = file;
  }

  public void add(Node node, String what, String expected, String hint) {
    add(node.getStartMark(), what, expected, hint);
  }

  void add(Mark mark, String what, String expected, String hint) {
    add(mark.getLine() + 1, mark.getColumn() + 1, what, expected, hint);
  }

  void add(int line, int column, String what, String expected, String hint) {
    problems.add(new Problem(file, line, column, what, expected, hint));
  }

  /** In the order of the file. */
  public List<Problem> all() {
    return problems.stream()
        .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
        .toList();
  }
}
