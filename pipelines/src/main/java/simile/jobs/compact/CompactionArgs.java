package simile.jobs.compact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import simile.compact.CompactionRules;
import simile.files.Sha256;
import simile.jsonl.Compression;
import simile.log.CollectionKey;

/**
 * What a compaction is asked to do. Options end here.
 *
 * @param store where the store is
 * @param context the context to compact; every one if empty
 * @param collection the collection to compact; every one if empty
 * @param rules thresholds and sizes
 * @param compression of the JSONL files that are written; as it was if empty
 * @param runId the run's id; made up if empty
 */
public record CompactionArgs(
    String store,
    Optional<String> context,
    Optional<String> collection,
    CompactionRules rules,
    Optional<Compression> compression,
    Optional<String> runId) {

  /** Whether a collection is among those asked for. */
  boolean wants(CollectionKey key) {
    return context.map(key.context()::equals).orElse(true)
        && collection.map(key.collection()::equals).orElse(true);
  }

  /** Identifies what the run would do, so that its id cannot be used again for something else. */
  String digest() {
    String canonical =
        String.join(
            "\n",
            "compact",
            context.orElse(""),
            collection.orElse(""),
            Boolean.toString(rules.full()),
            Long.toString(rules.targetBytes()),
            compression.map(Compression::name).orElse(""));
    return Sha256.of(canonical.getBytes(UTF_8));
  }
}
