package simile.lineage;

import java.io.IOException;

/** Brings events to where they are wanted. */
interface Transport {

  /**
   * Brings one there, within seconds.
   *
   * @param json one object, in UTF-8
   * @throws IOException if it may not have arrived
   */
  void send(byte[] json) throws IOException;
}
