/**
 * YAML read for its mistakes: nodes that know their line and column, and a list of everything that
 * is wrong with a file.
 *
 * <p>May use: SnakeYAML, up to its node graph; no objects are constructed. Used by: {@code
 * simile.contract}.
 */
package simile.contract.yaml;
