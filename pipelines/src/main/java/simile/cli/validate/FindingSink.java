package simile.cli.validate;

import java.io.IOException;

/** Takes findings, in the order of the input. */
@FunctionalInterface
public interface FindingSink {
  void add(Finding finding) throws IOException;
}
