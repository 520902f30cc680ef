package simile.contract.check;

import java.util.HashMap;
import java.util.Map;
import simile.record.Schema;

/**
 * Finds slots by name. Records of a file mostly have the same members in the same order, and the
 * parser gives equal names as one object: so what was found at an ordinal is tried first.
 */
final class Slots {
  private static final int GUESSES = 64;
  private static final Slot UNKNOWN = new Slot.Unknown();

  private final Map<String, Slot> slots = new HashMap<>();
  private final String[] guessedNames = new String[GUESSES];
  private final Slot[] guessedSlots = new Slot[GUESSES];

  private Slots() {}

  static Slots of(Shape shape) {
    Slots slots = new Slots();
    for (int c = 0; c < shape.columns().size(); c++) {
      String name = shape.columns().get(c).name();
      slots.slots.put(name, new Slot.Stored(shape.columns().get(c), c));
    }
    if (shape.embeds()) {
      slots.slots.put(Schema.EMBEDDING, new Slot.Vector());
    }
    shape.kind().ifPresent(field -> slots.slots.put(field.name(), new Slot.Kind(field)));
    return slots;
  }

  /** The slot of a record's {@code ordinal}-th member. */
  @SuppressWarnings("ReferenceEquality") // a miss only costs the look-up
  Slot find(String name, int ordinal) {
    int guess = ordinal & (GUESSES - 1);
    if (guessedNames[guess] != name) {
      guessedNames[guess] = name;
      guessedSlots[guess] = slots.getOrDefault(name, UNKNOWN);
    }
    return guessedSlots[guess];
  }
}
