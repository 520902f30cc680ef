package simile.npz;

/** Ids with their vectors, in the order in which they are written; can be read many times. */
interface VectorSource {

  /** How many pairs there are. */
  int count();

  /** The length of each vector. */
  int dimension();

  /**
   * An array that holds the UTF-8 bytes of id {@code i}, from {@link #idStart} to {@link #idEnd}.
   */
  byte[] idBytes(int i);

  int idStart(int i);

  int idEnd(int i);

  /** An array that holds vector {@code i}, from {@link #vectorStart}. */
  float[] vectorValues(int i);

  int vectorStart(int i);
}
