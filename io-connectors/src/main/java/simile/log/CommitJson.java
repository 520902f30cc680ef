package simile.log;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import simile.json.JsonFields;
import simile.json.MalformedJsonException;
import simile.json.walk.StoredTree;

/** {@link Commit} as the bytes of an entry; see the package for its fields. */
public final class CommitJson {
  private CommitJson() {}

  /** The bytes of the entry, checksum and line feed included. */
  public static byte[] toBytes(Commit commit) {
    return Sealed.seal(Json.object(json -> writeFields(json, commit)));
  }

  /**
   * @param name the file's path, for errors
   * @throws CorruptLogException if the bytes are not those that were written
   * @throws NewerFormatException if a newer version of Simile wrote them
   */
  public static Commit fromBytes(byte[] bytes, String name) throws IOException {
    Sealed.verify(bytes, name);
    try {
      JsonFields json = StoredTree.read(bytes, name, Set.of());
      Format.require(json, name);
      return read(json, name);
    } catch (MalformedJsonException e) {
      throw new CorruptLogException(e.getMessage(), e);
    }
  }

  private static void writeFields(JsonGenerator json, Commit commit) throws IOException {
    Format.write(json, Features.of(commit));
    json.writeNumberField("version", commit.version());
    json.writeStringField("operation", commit.operation().key());
    json.writeStringField("run_id", commit.runId());
    json.writeStringField("token", commit.token());
    json.writeStringField("arguments_sha256", commit.argumentsSha256());
    json.writeStringField("parent", commit.parent());
    json.writeStringField("committed_at", commit.committedAt().toString());
    Json.array(json, "changes", commit.changes(), ChangeJson::write);
    if (commit.retention().isPresent()) {
      RetentionJson.write(json, commit.retention().get());
    }
    Json.array(json, "audit", commit.audit(), DataFileJson::write);
    Json.object(json, "counts", fields -> writeCounts(fields, commit.counts()));
    Json.integers(json, "violations_by_rule", commit.violationsByRule());
    Json.integers(json, "warnings_by_rule", commit.warningsByRule());
    Json.array(json, "inputs", commit.inputs(), CommitJson::writeInput);
    Json.textMap(json, "details", commit.details());
  }

  private static Commit read(JsonFields json, String name) throws IOException {
    return new Commit(
        json.integer("version"),
        operation(json, name),
        json.text("run_id"),
        json.text("token"),
        json.text("arguments_sha256"),
        json.text("parent"),
        json.instant("committed_at"),
        changes(json),
        json.has("retention") ? Optional.of(RetentionJson.read(json)) : Optional.empty(),
        SegmentJson.files(json, "audit"),
        counts(json.object("counts")),
        json.integers("violations_by_rule"),
        json.integers("warnings_by_rule"),
        inputs(json),
        json.textMap("details"));
  }

  private static Operation operation(JsonFields json, String name) throws IOException {
    String key = json.text("operation");
    return Operation.of(key)
        .orElseThrow(() -> Format.newer(name, "records the operation '" + key + "'", "another"));
  }

  private static List<Change> changes(JsonFields json) throws MalformedJsonException {
    List<Change> changes = new ArrayList<>();
    for (JsonFields change : json.objects("changes")) {
      changes.add(ChangeJson.read(change));
    }
    return changes;
  }

  private static void writeCounts(JsonGenerator json, Counts counts) throws IOException {
    json.writeNumberField("read", counts.read());
    json.writeNumberField("blank", counts.blank());
    json.writeNumberField("accepted", counts.accepted());
    json.writeNumberField("rejected", counts.rejected());
    json.writeNumberField("deletions", counts.deletions());
    json.writeNumberField("rows", counts.rows());
    json.writeNumberField("bytes_read", counts.bytesRead());
    json.writeNumberField("bytes_written", counts.bytesWritten());
  }

  private static Counts counts(JsonFields json) throws MalformedJsonException {
    try {
      return new Counts(
          json.integer("read"),
          json.integer("blank"),
          json.integer("accepted"),
          json.integer("rejected"),
          json.integer("deletions"),
          json.integer("rows"),
          json.integer("bytes_read"),
          json.integer("bytes_written"));
    } catch (IllegalArgumentException e) {
      throw new MalformedJsonException(json.malformed(e.getMessage()).getMessage(), e);
    }
  }

  private static void writeInput(JsonGenerator json, InputFile input) throws IOException {
    json.writeStartObject();
    json.writeStringField("uri", input.uri());
    json.writeNumberField("bytes", input.bytes());
    Json.optional(json, "tag", input.tag());
    json.writeEndObject();
  }

  private static List<InputFile> inputs(JsonFields json) throws MalformedJsonException {
    List<InputFile> inputs = new ArrayList<>();
    for (JsonFields input : json.objects("inputs")) {
      inputs.add(new InputFile(input.text("uri"), input.integer("bytes"), input.text("tag", "")));
    }
    return inputs;
  }
}
