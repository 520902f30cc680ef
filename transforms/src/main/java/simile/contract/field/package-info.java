/**
 * The fields of a contract: their logical types and limits, as plain data.
 *
 * <p>May use: {@code simile.contract.rule}, {@code simile.record}, RE2/J (patterns that run in
 * linear time). Used by: {@code simile.contract} and what checks records.
 */
package simile.contract.field;
