package simile.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The contracts that ship with Simile. */
public final class BuiltInContracts {
  private static final List<String> NAMES =
      List.of("analogies", "frames", "frame_instances", "concepts", "clusters", "semantic_fields");

  private BuiltInContracts() {}

  /** The collections that have one. */
  public static List<String> names() {
    return NAMES;
  }

  public static Optional<Contract> find(String collection) {
    if (!NAMES.contains(collection)) {
      return Optional.empty();
    }
    String file = collection + ".odcs.yaml";
    try (InputStream in = BuiltInContracts.class.getResourceAsStream("/simile/contracts/" + file)) {
      return Optional.of(ContractParser.parse(file, in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ContractException e) {
      throw new IllegalStateException("a built-in contract is broken: " + e.getMessage(), e);
    }
  }
}
