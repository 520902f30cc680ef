package simile.contract.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A YAML mapping with text keys. A value of a wrong kind is reported, and read as absent. */
public final class YamlMap {
  private final MappingNode node;
  private final Problems problems;
  private final Map<String, Node> keys = new LinkedHashMap<>();
  private final Map<String, Node> values = new LinkedHashMap<>();

  YamlMap(MappingNode node, Problems problems) {
    this.node = node;
    this.problems = problems;
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problems.add(tuple.getKeyNode(), "a key that is no text", "a text", "");
      } else if (keys.putIfAbsent(key.getValue(), key) != null) {
        problems.add(key, "the key '" + key.getValue() + "' is there twice", "each key once", "");
      } else {
        values.put(key.getValue(), tuple.getValueNode());
      }
    }
  }

  public Problems problems() {
    return problems;
  }

  /** The names of the keys, in the order of the file. */
  public Set<String> keys() {
    return keys.keySet();
  }

  /** The node of a key's value, or the mapping itself where the key is missing: for problems. */
  public Node at(String key) {
    return values.getOrDefault(key, node);
  }

  /** The node of a key, or the mapping itself where the key is missing: for problems. */
  public Node keyAt(String key) {
    return keys.getOrDefault(key, node);
  }

  /** Whether the key is there with a value other than null. */
  public boolean has(String key) {
    Node value = values.get(key);
    return value != null && !Tag.NULL.equals(value.getTag());
  }

  /** Reports keys that are not among those known. */
  public void allowOnly(Set<String> known, String where) {
    for (Map.Entry<String, Node> key : keys.entrySet()) {
      if (!known.contains(key.getKey())) {
        String what = "unknown key '" + key.getKey() + "' in " + where;
        problems.add(
            key.getValue(), what, "one of " + Words.join(known), Words.hint(key.getKey(), known));
      }
    }
  }

  /** A scalar as the text it is written with. */
  public Optional<String> text(String key) {
    if (!has(key)) {
      return Optional.empty();
    }
    if (values.get(key) instanceof ScalarNode scalar) {
      return Optional.of(scalar.getValue());
    }
    wrong(key, "a text");
    return Optional.empty();
  }

  /** {@code true} or {@code false}; false where the key is missing. */
  public boolean flag(String key) {
    if (!has(key)) {
      return false;
    }
    if (Tag.BOOL.equals(values.get(key).getTag()) && values.get(key) instanceof ScalarNode scalar) {
      return Set.of("true", "yes", "on").contains(scalar.getValue().toLowerCase(Locale.ROOT));
    }
    wrong(key, "true or false");
    return false;
  }

  /** A finite number. */
  public Optional<Double> number(String key) {
    if (!has(key)) {
      return Optional.empty();
    }
    try {
      if (values.get(key) instanceof ScalarNode scalar && isNumber(scalar)) {
        double value = Double.parseDouble(scalar.getValue());
        if (Double.isFinite(value)) {
          return Optional.of(value);
        }
      }
    } catch (NumberFormatException e) {
      // Reported below: YAML has octal numbers, infinities and more, which no contract needs.
    }
    wrong(key, "a decimal number");
    return Optional.empty();
  }

  private static boolean isNumber(Node node) {
    return Tag.INT.equals(node.getTag()) || Tag.FLOAT.equals(node.getTag());
  }

  /** An integer from {@code min} up. */
  public Optional<Integer> integer(String key, int min) {
    Optional<Double> number = number(key);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    double value = number.get();
    if (value != Math.rint(value) || value < min || value > Integer.MAX_VALUE) {
      wrong(key, "an integer from " + min + " up");
      return Optional.empty();
    }
    return Optional.of((int) value);
  }

  public Optional<YamlMap> map(String key) {
    if (!has(key)) {
      return Optional.empty();
    }
    if (values.get(key) instanceof MappingNode mapping) {
      return Optional.of(new YamlMap(mapping, problems));
    }
    wrong(key, "a mapping");
    return Optional.empty();
  }

  /** A list of mappings; empty where the key is missing. */
  public List<YamlMap> maps(String key) {
    List<YamlMap> maps = new ArrayList<>();
    for (Node item : items(key)) {
      if (item instanceof MappingNode mapping) {
        maps.add(new YamlMap(mapping, problems));
      } else {
        problems.add(item, "an item of '" + key + "' that is no mapping", "a mapping", "");
      }
    }
    return maps;
  }

  /** A list of texts; empty where the key is missing. */
  public List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Node item : items(key)) {
      if (item instanceof ScalarNode scalar && !Tag.NULL.equals(item.getTag())) {
        texts.add(scalar.getValue());
      } else {
        problems.add(item, "an item of '" + key + "' that is no text", "a text", "");
      }
    }
    return texts;
  }

  /** A list of lists of texts; empty where the key is missing. */
  public List<List<String>> textLists(String key) {
    List<List<String>> lists = new ArrayList<>();
    for (Node item : items(key)) {
      if (item instanceof SequenceNode list
          && list.getValue().stream().allMatch(ScalarNode.class::isInstance)) {
        lists.add(list.getValue().stream().map(n -> ((ScalarNode) n).getValue()).toList());
      } else {
        problems.add(item, "an item of '" + key + "' that is no list of texts", "a list", "");
      }
    }
    return lists;
  }

  private List<Node> items(String key) {
    if (!has(key)) {
      return List.of();
    }
    if (values.get(key) instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    wrong(key, "a list");
    return List.of();
  }

  /** Reports a key's value as something else than expected. */
  public void wrong(String key, String expected) {
    String actual =
        values.get(key) instanceof ScalarNode scalar
            ? " is '" + scalar.getValue() + "'"
            : " is of a wrong kind";
    problems.add(at(key), "'" + key + "'" + actual, expected, "");
  }

  /** A text that must be there and not be empty; empty text where it is not. */
  public String require(String key, String where) {
    Optional<String> text = text(key);
    if (text.isEmpty() || text.get().isBlank()) {
      problems.add(at(key), "'" + key + "' is missing in " + where, "a text", "");
      return "";
    }
    return text.get();
  }
}
