package simile.log;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import simile.json.JsonFields;
import simile.json.MalformedJsonException;
import simile.record.Column;
import simile.record.ColumnType;
import simile.record.Schema;

/** {@link Schema} as JSON; see the package for its fields. */
public final class SchemaJson {
  private SchemaJson() {}

  public static void write(JsonGenerator json, Schema schema) throws IOException {
    json.writeStartObject();
    json.writeStringField("collection", schema.collection());
    Json.array(json, "columns", schema.columns(), SchemaJson::writeColumn);
    Json.optional(json, "partition_by", schema.partitionBy().orElse(""));
    json.writeArrayFieldStart("indexes");
    for (List<String> index : schema.indexes()) {
      json.writeStartArray();
      for (String column : index) {
        json.writeString(column);
      }
      json.writeEndArray();
    }
    json.writeEndArray();
    if (schema.dimension().isPresent()) {
      json.writeNumberField("dimension", schema.dimension().getAsInt());
    }
    json.writeEndObject();
  }

  public static Schema read(JsonFields json) throws MalformedJsonException {
    List<Column> columns = new ArrayList<>();
    for (JsonFields column : json.objects("columns")) {
      columns.add(readColumn(column));
    }
    try {
      return new Schema(
          json.text("collection"),
          columns,
          json.has("partition_by") ? Optional.of(json.text("partition_by")) : Optional.empty(),
          json.textLists("indexes"),
          json.has("dimension")
              ? OptionalInt.of(Math.toIntExact(json.integer("dimension")))
              : OptionalInt.empty());
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new MalformedJsonException(json.malformed(e.getMessage()).getMessage(), e);
    }
  }

  private static void writeColumn(JsonGenerator json, Column column) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", column.name());
    json.writeStringField("type", column.type().name().toLowerCase(Locale.ROOT));
    json.writeBooleanField("stamped", column.stamped());
    json.writeBooleanField("indexed", column.indexed());
    json.writeEndObject();
  }

  private static Column readColumn(JsonFields json) throws MalformedJsonException {
    String type = json.text("type");
    try {
      return new Column(
          json.text("name"),
          ColumnType.valueOf(type.toUpperCase(Locale.ROOT)),
          json.bool("stamped", false),
          json.bool("indexed", false));
    } catch (IllegalArgumentException e) {
      throw new MalformedJsonException(
          json.malformed("no column type is called '" + type + "'").getMessage(), e);
    }
  }
}
