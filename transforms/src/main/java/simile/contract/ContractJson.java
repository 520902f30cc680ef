package simile.contract;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import simile.contract.check.CrossRule;
import simile.contract.field.Field;
import simile.record.Schema;

/** A contract as JSON, for {@code inspect}. */
public final class ContractJson {
  private ContractJson() {}

  /**
   * The contract's {@code id}, {@code name}, {@code version}, {@code sha256}, {@code partition_by}
   * (absent without a partition), {@code dimension} (absent where the contract does not say),
   * {@code fields} (name, type, rules as texts), {@code indexes}, {@code rules} (name, severity,
   * expected) and {@code not_checked}.
   */
  public static ObjectNode of(Contract contract) {
    Schema schema = contract.schema();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", contract.id());
    json.put("name", contract.name());
    json.put("version", contract.version());
    json.put("sha256", contract.sha256());
    schema.partitionBy().ifPresent(field -> json.put("partition_by", field));
    schema.dimension().ifPresent(dimension -> json.put("dimension", dimension));
    ArrayNode fields = json.putArray("fields");
    contract.allFields().forEach(field -> fields.add(field(field)));
    ArrayNode indexes = json.putArray("indexes");
    schema.indexes().forEach(index -> index.forEach(indexes.addArray()::add));
    ArrayNode rules = json.putArray("rules");
    contract.rules().forEach(rule -> rules.add(rule(rule)));
    contract.ignored().forEach(json.putArray("not_checked")::add);
    return json;
  }

  private static ObjectNode field(Field field) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("name", field.name());
    json.put("type", FieldRules.type(field));
    FieldRules.of(field).forEach(json.putArray("rules")::add);
    if (!field.description().isEmpty()) {
      json.put("description", field.description());
    }
    return json;
  }

  private static ObjectNode rule(CrossRule rule) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("name", rule.name());
    json.put("severity", rule.severity().name().toLowerCase(Locale.ROOT));
    json.put("expected", rule.expected());
    return json;
  }
}
