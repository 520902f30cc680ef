package simile.contract.yaml;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a YAML file as one mapping. */
public final class YamlReader {
  private static final int MAX_CODE_POINTS = 1 << 20;
  private static final int MAX_DEPTH = 40;

  private YamlReader() {}

  /** The file's mapping; empty where there is none, and then the problems say why. */
  public static Optional<YamlMap> read(byte[] yaml, Problems problems) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(yaml)).toString();
      return hasAliases(text, problems) ? Optional.empty() : compose(text, problems);
    } catch (CharacterCodingException e) {
      problems.add(1, 1, "the file is not UTF-8", "UTF-8", "convert it");
    } catch (MarkedYAMLException e) {
      problems.add(e.getProblemMark(), e.getProblem(), "YAML 1.1", "");
    } catch (YAMLException e) {
      problems.add(1, 1, e.getMessage(), "YAML 1.1", "");
    }
    return Optional.empty();
  }

  private static Optional<YamlMap> compose(String text, Problems problems) {
    Node root = yaml().compose(new StringReader(text));
    if (root instanceof MappingNode mapping) {
      return Optional.of(new YamlMap(mapping, problems));
    }
    problems.add(1, 1, "the file holds no mapping", "the keys of a data contract", "");
    return Optional.empty();
  }

  /** Aliases can make a small file endless, and no contract needs them. */
  private static boolean hasAliases(String text, Problems problems) {
    for (Event event : yaml().parse(new StringReader(text))) {
      if (event instanceof AliasEvent) {
        problems.add(event.getStartMark(), "an alias", "the value itself", "write it out");
        return true;
      }
    }
    return false;
  }

  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MAX_CODE_POINTS);
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setMaxAliasesForCollections(0);
    return new Yaml(options);
  }
}
