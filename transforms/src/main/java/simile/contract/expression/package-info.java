/**
 * Rules across fields in CEL, the Common Expression Language: typed against the contract's fields
 * when the contract is read, without loops that run long, files, clocks or code.
 *
 * <p>May use: {@code simile.contract.field}, {@code rule}, dev.cel. Used by: what reads contracts
 * and what checks records.
 */
package simile.contract.expression;
