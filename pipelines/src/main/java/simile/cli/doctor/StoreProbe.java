package simile.cli.doctor;

import java.io.IOException;

/** Tries whether a store's file system can do what commits need. */
@FunctionalInterface
public interface StoreProbe {

  /**
   * Tries it at this path or URI.
   *
   * @throws IOException if it cannot; the message says what is missing and what to do
   */
  void require(String store) throws IOException;
}
