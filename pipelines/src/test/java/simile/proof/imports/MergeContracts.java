package simile.proof.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import simile.contract.Contract;
import simile.contract.ContractException;
import simile.contract.ContractParser;

/** Contracts that say how records are merged. */
public final class MergeContracts {
  private MergeContracts() {}

  /** The same, with records merged field by field, tags and mappings united. */
  public static Contract byField(Contract analogies) throws ContractException {
    String yaml = new String(analogies.source(), UTF_8);
    String union =
        "        customProperties:\n          - {property: simile.merge, value: union}\n";
    yaml =
        yaml.replaceFirst(
                "    customProperties:\n",
                "    customProperties:\n      - {property: simile.merge, value: fields}\n")
            .replace(
                "      - name: tags\n        logicalType: array\n",
                "      - name: tags\n        logicalType: array\n" + union)
            .replaceFirst(
                "(      - name: concept_mappings\n(?:.*\n){2}        customProperties:\n)",
                "$1          - {property: simile.merge, value: union}\n");
    Contract contract = ContractParser.parse("merging.odcs.yaml", yaml.getBytes(UTF_8));
    if (!contract.unitedFields().equals(java.util.Set.of("tags", "concept_mappings"))) {
      throw new AssertionError("the built-in contract looks different: " + contract.unitedFields());
    }
    return contract;
  }
}
