package simile.cluster;

import java.time.Instant;
import java.util.Optional;
import simile.json.JsonFields;
import simile.json.MalformedJsonException;

/**
 * A job as its cluster knows it.
 *
 * @param id Flink's, 32 hexadecimal digits
 * @param name what it was called when it was submitted
 * @param state how it stands
 * @param started when the cluster took it
 * @param ended when it ended; empty if it has not
 */
public record ClusterJob(
    String id, String name, JobState state, Instant started, Optional<Instant> ended) {

  static ClusterJob of(JsonFields fields) throws MalformedJsonException {
    long end = fields.integer("end-time", -1);
    return new ClusterJob(
        fields.text("jid"),
        fields.text("name"),
        JobState.of(fields.text("state")),
        Instant.ofEpochMilli(fields.integer("start-time")),
        end < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(end)));
  }
}
