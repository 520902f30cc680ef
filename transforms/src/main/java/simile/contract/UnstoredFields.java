package simile.contract;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import simile.contract.yaml.Problems;
import simile.contract.yaml.YamlMap;
import simile.contract.yaml.YamlReader;
import simile.files.StoreFiles;
import simile.log.ContractRef;

/**
 * What {@link Contract#unstored} says, of a contract that a store keeps. Reads no more of it than
 * that, so that who rewrites rows needs none of the classes that the contract's rules may name.
 */
public final class UnstoredFields {
  private UnstoredFields() {}

  /**
   * @throws IOException if the contract's copy is missing or no contract
   */
  public static Set<String> of(StoreFiles files, ContractRef contract) throws IOException {
    Problems problems = new Problems(contract.path());
    Optional<YamlMap> root = YamlReader.read(files.read(contract.path()), problems);
    List<YamlMap> objects = root.map(r -> r.maps("schema")).orElse(List.of());
    if (objects.size() != 1) {
      throw new IOException(
          contract.path() + " is damaged: it is no contract; restore it from a backup");
    }
    boolean hasType =
        objects.get(0).maps("properties").stream()
            .anyMatch(property -> property.text("name").equals(Optional.of(CollectionFields.TYPE)));
    return hasType ? Set.of(CollectionFields.TYPE) : Set.of();
  }
}
