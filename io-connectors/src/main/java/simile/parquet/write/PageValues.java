package simile.parquet.write;

import simile.parquet.format.Encoding;
import simile.parquet.format.GrowingBytes;

/** The values of the page that is being filled, nulls apart. */
abstract class PageValues {

  /** About how many bytes they would be, plain. */
  abstract int bytes();

  /** Appends the page's values, and forgets them. Returns how they were written. */
  abstract Encoding drainTo(GrowingBytes out);
}
