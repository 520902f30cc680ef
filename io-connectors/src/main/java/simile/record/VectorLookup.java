package simile.record;

/** Finds the vector of an id. */
@FunctionalInterface
public interface VectorLookup {

  /** Finds nothing. */
  VectorLookup NONE = (utf8, start, end, into) -> false;

  /**
   * Looks an id up.
   *
   * @param into gets the vector, {@code float32[dimension]}
   * @return whether there is one
   */
  boolean find(byte[] utf8, int start, int end, float[] into);
}
