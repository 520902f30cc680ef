package simile.workflow;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simile.json.JsonFields;
import simile.json.MalformedJsonException;

/** {@link Workflow} as JSON, one field a line so that people can read it; see the package. */
public final class WorkflowJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private WorkflowJson() {}

  public static byte[] toBytes(Workflow workflow) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = FACTORY.createGenerator(bytes).useDefaultPrettyPrinter()) {
      write(json, workflow);
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
    return bytes.toByteArray();
  }

  /**
   * @param name the file's path, for errors
   */
  public static Workflow fromBytes(byte[] bytes, String name) throws MalformedJsonException {
    JsonFields json = JsonFields.parse(bytes, name);
    return new WorkflowBuilder(
            json.text("run_id"),
            json.text("type"),
            json.text("context"),
            json.text("collection"),
            json.instant("created_at"))
        .status(status(json))
        .items(json.integer("items_processed"), json.integer("items_total"))
        .errors(json.integer("error_count"), json.texts("error_log"))
        .metadata(json.textMap("metadata"))
        .startedAt(instant(json, "started_at"))
        .finishedAt(instant(json, "finished_at"))
        .heartbeatAt(instant(json, "heartbeat_at"))
        .version(json.integer("version", -1))
        .token(json.text("token", ""))
        .command(json.texts("command"))
        .build();
  }

  /** Writes the workflow as one object. */
  public static void write(JsonGenerator json, Workflow workflow) throws IOException {
    json.writeStartObject();
    json.writeStringField("run_id", workflow.runId());
    json.writeStringField("type", workflow.type());
    json.writeStringField("status", workflow.status().name());
    json.writeStringField("context", workflow.context());
    json.writeStringField("collection", workflow.collection());
    json.writeNumberField("items_total", workflow.itemsTotal());
    json.writeNumberField("items_processed", workflow.itemsProcessed());
    json.writeNumberField("error_count", workflow.errorCount());
    writeTexts(json, "error_log", workflow.errorLog());
    json.writeObjectFieldStart("metadata");
    for (Map.Entry<String, String> fact : workflow.metadata().entrySet()) {
      json.writeStringField(fact.getKey(), fact.getValue());
    }
    json.writeEndObject();
    json.writeStringField("created_at", workflow.createdAt().toString());
    writeInstant(json, "started_at", workflow.startedAt());
    writeInstant(json, "finished_at", workflow.finishedAt());
    writeInstant(json, "heartbeat_at", workflow.heartbeatAt());
    if (workflow.version() >= 0) {
      json.writeNumberField("version", workflow.version());
    }
    if (!workflow.token().isEmpty()) {
      json.writeStringField("token", workflow.token());
    }
    if (!workflow.command().isEmpty()) {
      writeTexts(json, "command", workflow.command());
    }
    json.writeEndObject();
  }

  private static void writeTexts(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private static void writeInstant(JsonGenerator json, String name, Optional<Instant> instant)
      throws IOException {
    if (instant.isPresent()) {
      json.writeStringField(name, instant.get().toString());
    }
  }

  private static Optional<Instant> instant(JsonFields json, String name)
      throws MalformedJsonException {
    return json.has(name) ? Optional.of(json.instant(name)) : Optional.empty();
  }

  private static Status status(JsonFields json) throws MalformedJsonException {
    String name = json.text("status");
    for (Status status : Status.values()) {
      if (status.name().equals(name)) {
        return status;
      }
    }
    throw json.malformed("no status is called '" + name + "'");
  }
}
