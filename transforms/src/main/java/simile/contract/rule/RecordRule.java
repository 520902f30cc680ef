package simile.contract.rule;

import java.util.List;

/**
 * A rule across fields, written in Java and found by {@link java.util.ServiceLoader}. A contract
 * names it with {@code engine: java} and {@code implementation: <name>}.
 *
 * <p>One instance serves many threads, and must answer the same for the same record.
 */
public interface RecordRule {
  /** The name by which contracts call it. */
  String name();

  /** The fields that must be present and well-typed; without one of them the rule does not run. */
  List<String> fields();

  /** What the rule wants, for people. */
  String expected();

  /** Whether a record keeps the rule. */
  boolean holds(RecordFields fields);
}
