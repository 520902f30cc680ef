package simile.contract.check;

import simile.contract.field.Field;

/** What is to be done with a member of the record. */
sealed interface Slot {
  /** A column of the batch. */
  record Stored(Field field, int column) implements Slot {}

  /** {@code type}, which says whether the line is a record or a deletion. */
  record Kind(Field field) implements Slot {}

  /** {@code embedding}. */
  record Vector() implements Slot {}

  /** A member that the contract does not know. */
  record Unknown() implements Slot {}
}
