package simile.schedules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A schema of a custom resource, as Kubernetes reads it with strict validation: fields that it does
 * not name are refused, unless it says that they are kept.
 */
final class StructuralSchema {
  private final JsonNode schema;

  StructuralSchema(JsonNode schema) {
    this.schema = schema;
  }

  /** The schema of a field. */
  StructuralSchema at(String... fields) {
    JsonNode found = schema;
    for (String field : fields) {
      found = found.path("properties").path(field);
    }
    if (found.isMissingNode()) {
      throw new IllegalArgumentException("the schema has no " + String.join(".", fields));
    }
    return new StructuralSchema(found);
  }

  /** What is wrong with a value; empty if nothing is. */
  List<String> problems(JsonNode value) {
    List<String> problems = new ArrayList<>();
    check(schema, value, "", problems);
    return problems;
  }

  private static void check(JsonNode schema, JsonNode value, String place, List<String> problems) {
    if (!isOfType(schema, value)) {
      problems.add(place + " is " + value + ", not " + type(schema));
      return;
    }
    if (schema.has("enum") && !contains(schema.get("enum"), value)) {
      problems.add(place + " is " + value + ", not one of " + schema.get("enum"));
    }
    if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        check(schema.path("items"), value.get(i), place + "[" + i + "]", problems);
      }
    } else if (value.isObject()) {
      checkFields(schema, value, place, problems);
    }
  }

  private static void checkFields(
      JsonNode schema, JsonNode value, String place, List<String> problems) {
    if (schema.path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
      return;
    }
    for (JsonNode required : schema.path("required")) {
      if (!value.has(required.asText())) {
        problems.add(place + "." + required.asText() + " is missing");
      }
    }
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      String name = place + "." + field.getKey();
      JsonNode of = schema.path("properties").path(field.getKey());
      JsonNode any = schema.path("additionalProperties");
      if (of.isObject() || any.isObject()) {
        check(of.isObject() ? of : any, field.getValue(), name, problems);
      } else if (!any.asBoolean()) {
        problems.add(name + " is not known");
      }
    }
  }

  private static boolean isOfType(JsonNode schema, JsonNode value) {
    for (String type : type(schema)) {
      boolean is =
          switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            default -> throw new IllegalArgumentException("a schema of type " + type);
          };
      if (is) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> type(JsonNode schema) {
    Set<String> types = new TreeSet<>();
    if (schema.path("x-kubernetes-int-or-string").asBoolean()) {
      types.addAll(List.of("integer", "string"));
    } else {
      types.add(schema.path("type").asText());
    }
    return types;
  }

  private static boolean contains(JsonNode values, JsonNode value) {
    for (Iterator<JsonNode> all = values.elements(); all.hasNext(); ) {
      if (all.next().equals(value)) {
        return true;
      }
    }
    return false;
  }
}
