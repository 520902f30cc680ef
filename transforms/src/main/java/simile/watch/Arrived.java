package simile.watch;

import java.io.Serializable;
import java.util.BitSet;

/**
 * How much of a window has been gathered.
 *
 * @param expected how many splits it has; -1 while its plan is not there
 * @param splits those that are done, by number
 */
record Arrived(int expected, BitSet splits) implements Serializable {
  static final Arrived NOTHING = new Arrived(-1, new BitSet());

  Arrived plus(WindowPart part) {
    if (part instanceof WindowPart.Planned planned) {
      return new Arrived(planned.window().splits(), splits);
    }
    if (part instanceof WindowPart.Written written) {
      return done(written.result().split());
    }
    return done(((WindowPart.Unreadable) part).split());
  }

  private Arrived done(int split) {
    BitSet more = (BitSet) splits.clone();
    more.set(split);
    return new Arrived(expected, more);
  }

  boolean isAll() {
    return splits.cardinality() == expected;
  }
}
