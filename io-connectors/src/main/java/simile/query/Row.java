package simile.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import simile.merge.Entry;

/**
 * A record of a snapshot.
 *
 * @param id its id
 * @param version the commit that wrote it
 * @param json the record, as it is stored
 */
public record Row(String id, long version, String json) {

  static Row of(Entry row, byte[] json) {
    return new Row(row.id(), row.commit(), new String(json, UTF_8));
  }
}
