package simile.cli.validate;

import simile.contract.rule.Violation;

/**
 * A rule that a record of a file broke.
 *
 * @param line counted from 1
 * @param offset of the line's first byte
 */
public record Finding(String file, long line, long offset, Violation violation) {}
