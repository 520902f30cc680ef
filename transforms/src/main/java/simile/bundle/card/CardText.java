package simile.bundle.card;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import simile.bundle.Bundle;
import simile.bundle.BundlePaths;
import simile.bundle.BundledCollection;
import simile.contract.Contract;
import simile.contract.ContractJson;

/** What people read of the card: counts, the contracts as tables, how to open it. */
final class CardText {
  private final Bundle bundle;
  private final Map<String, Contract> contracts;
  private final StringBuilder text = new StringBuilder();

  CardText(Bundle bundle, Map<String, Contract> contracts) {
    this.bundle = bundle;
    this.contracts = contracts;
  }

  String text() {
    text.append("# ").append(bundle.context()).append("\n\n");
    text.append(
        "The context `%s` of a Simile store, version %d, committed %s.\n"
            .formatted(bundle.context(), bundle.storeVersion(), bundle.committedAt()));
    text.append("`bundle.json` names every file with its size and SHA-256.\n\n");
    counts();
    bundle.collections().forEach(this::contract);
    opening();
    return text.toString();
  }

  private void counts() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("collection", "records", "vectors", "dimension", "contract"));
    for (BundledCollection collection : bundle.collections()) {
      rows.add(
          List.of(
              collection.name(),
              Long.toString(collection.records()),
              Long.toString(collection.vectors()),
              collection.dimension().isPresent()
                  ? Integer.toString(collection.dimension().getAsInt())
                  : "",
              collection.contract().id() + " " + collection.contract().version()));
    }
    text.append(Markdown.table(rows));
    text.append(
        "\n%d models, %d entries of the log.\n\n"
            .formatted(bundle.models().size(), bundle.historyEntries()));
  }

  private void contract(BundledCollection collection) {
    text.append("## ").append(collection.name()).append("\n\n");
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("field", "type", "rules", "meaning"));
    JsonNode contract = ContractJson.of(contracts.get(collection.name()));
    for (JsonNode field : contract.get("fields")) {
      List<String> rules = new ArrayList<>();
      field.get("rules").forEach(rule -> rules.add(rule.textValue()));
      rows.add(
          List.of(
              field.get("name").textValue(),
              field.get("type").textValue(),
              String.join(", ", rules),
              field.path("description").asText("")));
    }
    text.append(Markdown.table(rows));
    text.append("\nRecords may have more fields than these. The whole contract: `")
        .append(BundlePaths.contract(collection.name()))
        .append("`\n\n");
  }

  private void opening() {
    text.append("## Opening it\n\n");
    first(collection -> true).ifPresent(c -> text.append(Opening.records(c.name())));
    first(collection -> collection.vectors() > 0)
        .ifPresent(c -> text.append(Opening.vectors(c.name())));
    text.append(Opening.simile());
  }

  private Optional<BundledCollection> first(Predicate<BundledCollection> which) {
    return bundle.collections().stream().filter(which).findFirst();
  }
}
