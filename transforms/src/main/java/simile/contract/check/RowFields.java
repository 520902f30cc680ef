package simile.contract.check;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simile.contract.rule.RecordFields;
import simile.record.Schema;
import simile.record.Timestamps;

/** The columns of the line being read, decoded when a rule asks. */
final class RowFields implements RecordFields {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.USE_LONG_FOR_INTS);

  private final Schema schema;
  private final Row row;
  private final Line line;

  RowFields(Schema schema, Row row, Line line) {
    this.schema = schema;
    this.row = row;
    this.line = line;
  }

  int column(String field) {
    return schema.indexOf(field);
  }

  @Override
  public boolean has(String field) {
    int column = column(field);
    return column >= 0 && row.isGood(column);
  }

  @Override
  public Optional<Object> value(String field) {
    if (!has(field)) {
      return Optional.empty();
    }
    int column = column(field);
    long scalar = row.scalar(column);
    return Optional.of(
        switch (schema.columns().get(column).type()) {
          case REAL -> Double.longBitsToDouble(scalar);
          case INTEGER -> scalar;
          case BOOLEAN -> scalar != 0;
          case TIMESTAMP -> Timestamps.instant(scalar);
          case TEXT, JSON -> json(column);
        });
  }

  private Object json(int column) {
    try {
      int start = row.start(column);
      return plain(MAPPER.readTree(line.slab(), start, row.end(column) - start));
    } catch (IOException e) {
      throw new UncheckedIOException("a value that was read before cannot be read", e);
    }
  }

  private static Object plain(JsonNode node) {
    if (node.isTextual()) {
      return node.textValue();
    } else if (node.isBoolean()) {
      return node.booleanValue();
    } else if (node.canConvertToLong() && node.isIntegralNumber()) {
      return node.longValue();
    } else if (node.isNumber()) {
      return node.doubleValue();
    } else if (node.isArray()) {
      List<Object> items = new ArrayList<>();
      node.forEach(item -> items.add(plain(item)));
      return items;
    }
    Map<String, Object> members = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      // A null is a lack, inside as outside.
      if (member.getValue().getNodeType() != JsonNodeType.NULL) {
        members.put(member.getKey(), plain(member.getValue()));
      }
    }
    return members;
  }
}
