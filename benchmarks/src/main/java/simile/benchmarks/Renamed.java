package simile.benchmarks;

import java.nio.file.Path;
import java.util.List;

/** A contestant of another race, under a name that this one compares. */
record Renamed(String name, Contestant contestant) implements Contestant {

  @Override
  public String writes() {
    return contestant.writes();
  }

  @Override
  public List<String> command(Path input, Path output) {
    return contestant.command(input, output);
  }

  @Override
  public List<OutputCheck> checks() {
    return contestant.checks();
  }
}
