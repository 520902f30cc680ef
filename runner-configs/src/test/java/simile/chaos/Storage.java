package simile.chaos;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;

/** Where stores of trials lie, and how it goes wrong there. */
interface Storage extends Closeable {

  /** In the words of the table. */
  String name();

  /** Where a store of that name is. */
  String location(String store);

  /** What commands and the cluster need to find it. */
  Map<String, String> environment();

  /** Before a run: how its commit is to be held, where requests can be. */
  default void expect(Moment moment, long entry) {}

  /**
   * Whether an entry of the log is on its way and not there.
   *
   * @param run who writes it
   */
  boolean isCommitting(String store, String run) throws IOException;

  /** What was held goes on. */
  default void release() {}

  /** From now on it refuses, in the way that it is told. */
  default void refuse(String how) throws IOException {
    throw new UnsupportedOperationException(name() + " cannot be made to refuse: " + how);
  }

  /** It refuses no more. */
  default void recover() throws IOException {}

  /** Makes what killed processes left under hidden names look two hours old, as a vacuum wants. */
  default void age(String store) throws IOException {}

  /** How many files under hidden names there are. */
  default long hidden(String store) throws IOException {
    return 0;
  }

  /** A store is needed no more. */
  default void drop(String store) throws IOException {}

  @Override
  default void close() throws IOException {}
}
