package simile.contract.check;

import simile.contract.field.Field;

/** What is to be done with a member of the record that the contract knows. */
sealed interface Slot {
  /** A column of the batch. */
  record Stored(Field field, int column) implements Slot {}

  /** {@code type}, which says whether the line is a record or a deletion. */
  record Kind(Field field) implements Slot {}

  /** {@code embedding}. */
  record Vector() implements Slot {}
}
