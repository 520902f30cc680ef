package simile.proof.model;

import java.util.Optional;

/** A line of an ingest. */
sealed interface Line {
  String id();

  String json();

  /**
   * A record.
   *
   * @param domain its source domain, and so its partition
   * @param percent its quality
   * @param tag its only tag; empty for none
   * @param serial tells each write of an id from the others
   */
  record Put(String id, String domain, int percent, String tag, int serial, boolean vector)
      implements Line {

    /** As it is stored, which is without its vector. */
    String stored() {
      String tags = tag.isEmpty() ? "" : ",\"tags\":[\"" + tag + "\"]";
      return "{\"id\":\""
          + id
          + "\",\"source_domain\":\""
          + domain
          + "\",\"target_domain\":\"t\",\"quality_score\":"
          + percent / 100.0
          + ",\"created_at\":\"2026-01-01T00:00:00Z\""
          + tags
          + ",\"metadata\":{\"serial\":"
          + serial
          + "}}";
    }

    Optional<float[]> embedding() {
      return vector ? Optional.of(new float[] {serial, 0.5f}) : Optional.empty();
    }

    @Override
    public String json() {
      String line = stored();
      return vector
          ? line.substring(0, line.length() - 1) + ",\"embedding\":[%d,0.5]}".formatted(serial)
          : line;
    }

    @Override
    public String toString() {
      return "+%s(%s %d%%%s #%d%s)"
          .formatted(
              id, domain, percent, tag.isEmpty() ? "" : " " + tag, serial, vector ? " vector" : "");
    }
  }

  /** A record that was read from a store. */
  record Stored(String json) implements Line {
    @Override
    public String id() {
      throw new UnsupportedOperationException("only to be written");
    }
  }

  /** A deletion. */
  record Gone(String id) implements Line {
    @Override
    public String json() {
      return "{\"type\":\"deletion\",\"target_id\":\"%s\"}".formatted(id);
    }

    @Override
    public String toString() {
      return "-" + id;
    }
  }
}
