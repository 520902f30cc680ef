package simile.ingest;

import java.io.Serializable;

/**
 * How a run ended.
 *
 * @param version the entry in the log that says so
 * @param committed whether its rows are in the store; else the entry is an audit
 */
public record RunOutcome(long version, boolean committed) implements Serializable {}
