package simile.bundle.card;

import java.util.Map;
import simile.bundle.Bundle;
import simile.bundle.BundlePaths;
import simile.bundle.BundledCollection;
import simile.bundle.BundledFile;
import simile.contract.Contract;

/** What the Hub reads of the card. */
final class FrontMatter {
  /** Records are in no splits; this is what the Hub calls all of them. */
  private static final String SPLIT = "train";

  private final Bundle bundle;
  private final Map<String, Contract> contracts;

  FrontMatter(Bundle bundle, Map<String, Contract> contracts) {
    this.bundle = bundle;
    this.contracts = contracts;
  }

  void write(Yaml yaml) {
    yaml.text("license", bundle.license());
    yaml.text("pretty_name", "Simile: " + bundle.context());
    yaml.block("tags", tags -> tags.item("analogies").item("simile").item("croissant"));
    yaml.block("size_categories", sizes -> sizes.item(SizeCategory.of(records())));
    if (!bundle.collections().isEmpty()) {
      yaml.block("configs", configs -> bundle.collections().forEach(c -> config(configs, c)));
      yaml.block("dataset_info", infos -> bundle.collections().forEach(c -> info(infos, c)));
    }
  }

  private long records() {
    return bundle.collections().stream().mapToLong(BundledCollection::records).sum();
  }

  private static void config(Yaml configs, BundledCollection collection) {
    String path = BundlePaths.dataFolder(collection.name()) + "*.jsonl";
    configs.item(
        config ->
            config
                .text("config_name", collection.name())
                .block(
                    "data_files",
                    files -> files.item(file -> file.text("split", SPLIT).text("path", path))));
  }

  private void info(Yaml infos, BundledCollection collection) {
    long bytes = bundle.data(collection.name()).stream().mapToLong(BundledFile::bytes).sum();
    infos.item(
        info ->
            info.text("config_name", collection.name())
                .block("features", f -> Features.write(f, contracts.get(collection.name())))
                .block("splits", splits -> splits.item(split -> split(split, collection, bytes)))
                .number("download_size", bytes)
                .number("dataset_size", bytes));
  }

  private static void split(Yaml split, BundledCollection collection, long bytes) {
    split
        .text("name", SPLIT)
        .number("num_bytes", bytes)
        .number("num_examples", collection.records());
  }
}
