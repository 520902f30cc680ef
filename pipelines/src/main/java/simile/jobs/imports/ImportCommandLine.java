package simile.jobs.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import simile.ingest.Gate;
import simile.jobs.Engine;
import simile.jobs.InputLimits;
import simile.jobs.Places;
import simile.jsonl.Compression;

/** An import as a command line: what would do the same again, from any folder. */
final class ImportCommandLine {
  private ImportCommandLine() {}

  /** The words after the program's name; none if no command line can do it. */
  static List<String> of(ImportArgs args, Engine engine, String runId, String token) {
    Optional<List<String>> again = engine.again();
    if (again.isEmpty()) {
      return List.of();
    }
    List<String> words = new ArrayList<>(List.of("import"));
    put(words, "--store", Places.absolute(args.store()));
    put(words, "--context", args.context());
    args.collection().ifPresent(name -> put(words, "--collection", name));
    String option = args.fromPredecessor() ? "--from-predecessor" : "--input";
    args.inputs().forEach(input -> put(words, option, Places.absolute(input)));
    args.contract().ifPresent(file -> put(words, "--contract", Places.absolute(file)));
    args.embeddings().ifPresent(npz -> put(words, "--embeddings", Places.absolute(npz)));
    put(words, "--merge-strategy", args.strategy().key());
    if (args.segments().compression() != Compression.NONE) {
      String kind = args.segments().compression().name().toLowerCase(Locale.ROOT);
      put(words, "--compression", kind);
    }
    if (!args.segments().sqlite()) {
      words.add("--no-sqlite");
    }
    putGate(words, args.gate());
    putLimits(words, args.limits());
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

  private static void putLimits(List<String> words, InputLimits limits) {
    if (limits.maxLineBytes() != InputLimits.DEFAULT_MAX_LINE_BYTES) {
      put(words, "--max-line-bytes", Integer.toString(limits.maxLineBytes()));
    }
    if (limits.splitBytes() != InputLimits.DEFAULT_SPLIT_BYTES) {
      put(words, "--split-bytes", Long.toString(limits.splitBytes()));
    }
  }

  /** As one word, so that a value may begin with a hyphen. */
  private static void put(List<String> words, String option, String value) {
    words.add(option + "=" + value);
  }
}
