package simile.contract.rule;

/** What a breach of a rule means for the record. */
public enum Severity {
  /** The record is rejected. */
  ERROR,
  /** The record is kept; the breach is counted. */
  WARNING
}
