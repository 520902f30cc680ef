package simile.contract.check;

import java.util.OptionalInt;

/**
 * What a checker must know besides the contract.
 *
 * @param dimension the length of every embedding, where the contract does not say; empty while the
 *     collection has none
 */
public record CheckerOptions(OptionalInt dimension) {
  public static final CheckerOptions DEFAULTS = new CheckerOptions(OptionalInt.empty());

  public static CheckerOptions ofDimension(int dimension) {
    return new CheckerOptions(OptionalInt.of(dimension));
  }
}
