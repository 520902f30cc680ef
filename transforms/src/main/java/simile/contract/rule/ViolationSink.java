package simile.contract.rule;

/** Takes what one record broke. */
@FunctionalInterface
public interface ViolationSink {
  void add(Violation violation);
}
