package simile.delete;

import java.io.Serializable;
import java.util.List;
import simile.input.Split;
import simile.record.IdRange;

/** A numbered part of a delete: the unit of retry. */
public sealed interface DeletePart extends Serializable {

  /** From 0. */
  int number();

  /**
   * Ids that are at hand.
   *
   * @param number from 0
   * @param ids what to delete
   */
  record Given(int number, List<String> ids) implements DeletePart {
    public Given {
      ids = List.copyOf(ids);
    }
  }

  /**
   * Ids in a piece of a file, see {@link IdLines}.
   *
   * @param number from 0
   * @param split the piece
   */
  record Listed(int number, Split split) implements DeletePart {}

  /**
   * Records that meet the plan's criteria and whose ids are in a range.
   *
   * @param number from 0
   * @param range the ids
   */
  record Matching(int number, IdRange range) implements DeletePart {}
}
