package simile.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import simile.contract.check.CrossRule;
import simile.contract.field.Field;
import simile.contract.rule.RecordRule;
import simile.contract.yaml.Problems;
import simile.contract.yaml.YamlMap;
import simile.contract.yaml.YamlReader;

/** Reads contracts: strictly, and telling everything that is wrong with a file at once. */
public final class ContractParser {
  private static final String SCHEMA = "schema";

  private ContractParser() {}

  /**
   * Reads a contract.
   *
   * @param name what messages call the file
   * @param yaml its bytes, UTF-8
   * @throws ContractException if anything is wrong with it; names every problem with its line
   */
  public static Contract parse(String name, byte[] yaml) throws ContractException {
    Problems problems = new Problems(name);
    Optional<Contract> contract =
        YamlReader.read(yaml, problems).flatMap(root -> read(name, yaml, root));
    if (!problems.all().isEmpty() || contract.isEmpty()) {
      throw new ContractException(problems.all());
    }
    return contract.get();
  }

  private static Optional<Contract> read(String name, byte[] yaml, YamlMap root) {
    root.allowOnly(OdcsKeys.CONTRACT, "the contract");
    checkHeader(root);
    List<YamlMap> objects = root.maps(SCHEMA);
    if (objects.size() != 1) {
      root.problems()
          .add(
              root.at(SCHEMA),
              "'schema' has " + objects.size() + " objects",
              "exactly one: the collection",
              "write a contract for each collection");
      return Optional.empty();
    }
    List<String> ignored = new ArrayList<>();
    QualityParser quality = new QualityParser(plugins(), ignored);
    YamlMap object = objects.get(0);
    object.allowOnly(OdcsKeys.OBJECT, "the schema object");
    List<Field> properties = new PropertyParser(quality).properties(object);
    CollectionFields fields = CollectionFields.of(object, properties);
    List<CrossRule> rules = quality.rules(object, fields.columns());
    ContractSource source =
        new ContractSource(
            name,
            root.require("id", "the contract"),
            root.require("version", "the contract"),
            yaml);
    return Optional.of(new Contract(source, fields, rules, ignored));
  }

  private static void checkHeader(YamlMap root) {
    String version = root.require("apiVersion", "the contract");
    if (!version.isEmpty() && !version.matches("v3\\.[01]\\.\\d+")) {
      root.wrong("apiVersion", "v3.0.x or v3.1.x, such as v3.1.0");
    }
    String kind = root.require("kind", "the contract");
    if (!kind.isEmpty() && !kind.equals("DataContract")) {
      root.wrong("kind", "DataContract");
    }
  }

  private static Map<String, RecordRule> plugins() {
    Map<String, RecordRule> plugins = new HashMap<>();
    ServiceLoader.load(RecordRule.class).forEach(rule -> plugins.put(rule.name(), rule));
    return plugins;
  }
}
