package simile.contract;

import java.util.List;
import java.util.stream.Collectors;
import simile.contract.yaml.Problem;

/** A contract file that cannot be used; the message has a line for each thing that is wrong. */
public final class ContractException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  ContractException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** Everything that is wrong, in the order of the file. */
  public List<Problem> problems() {
    return problems;
  }
}
