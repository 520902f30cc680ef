package simile.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import simile.ingest.Gate;
import simile.ingest.MergeMode;
import simile.jsonl.Compression;

/** An ingest as a command line: what would do the same again, from any folder. */
final class IngestCommandLine {
  private IngestCommandLine() {}

  /** The words after the program's name; none if no command line can do it. */
  static List<String> of(IngestArgs args, Engine engine, String runId, String token) {
    Optional<List<String>> again = engine.again();
    if (again.isEmpty()) {
      return List.of();
    }
    List<String> words = new ArrayList<>(List.of("ingest"));
    put(words, "--store", Places.absolute(args.store()));
    put(words, "--context", args.context());
    put(words, "--collection", args.collection());
    args.inputs().forEach(input -> put(words, "--input", Places.absolute(input)));
    args.contract().ifPresent(file -> put(words, "--contract", Places.absolute(file)));
    args.embeddings().ifPresent(npz -> put(words, "--embeddings", Places.absolute(npz)));
    if (args.segments().compression() != Compression.NONE) {
      put(words, "--compression", args.segments().compression().name().toLowerCase(Locale.ROOT));
    }
    if (!args.segments().sqlite()) {
      words.add("--no-sqlite");
    }
    if (args.merge() != MergeMode.LATEST) {
      put(words, "--merge", args.merge().key());
    }
    putGate(words, args.gate());
    if (args.limits().maxLineBytes() != InputLimits.DEFAULT_MAX_LINE_BYTES) {
      put(words, "--max-line-bytes", Integer.toString(args.limits().maxLineBytes()));
    }
    if (args.limits().splitBytes() != InputLimits.DEFAULT_SPLIT_BYTES) {
      put(words, "--split-bytes", Long.toString(args.limits().splitBytes()));
    }
    put(words, "--run-id", runId);
    put(words, "--token", token);
    words.addAll(again.get());
    return words;
  }

  private static void putGate(List<String> words, Gate gate) {
    if (gate.maxRatio() < 1) {
      put(words, "--max-violation-ratio", Double.toString(gate.maxRatio()));
    }
    if (gate.maxViolations() < Long.MAX_VALUE) {
      put(words, "--max-violations", Long.toString(gate.maxViolations()));
    }
  }

  /** As one word, so that a value may begin with a hyphen. */
  private static void put(List<String> words, String option, String value) {
    words.add(option + "=" + value);
  }
}
