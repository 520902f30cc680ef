package simile.input;

import java.io.Serializable;
import java.util.List;

/**
 * A numbered piece of the input: one range of a big file, or whole files.
 *
 * @param number from 0, in the order of the input
 * @param pieces at least one; more than one only if all are whole files
 */
public record Split(int number, List<Piece> pieces) implements Serializable {

  public Split {
    pieces = List.copyOf(pieces);
  }
}
