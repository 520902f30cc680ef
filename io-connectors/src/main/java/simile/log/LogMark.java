package simile.log;

/** Where the log last speaks of a run or a token, and what it says. */
record LogMark(long version, Operation operation) {}
