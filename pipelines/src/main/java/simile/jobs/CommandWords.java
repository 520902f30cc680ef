package simile.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import simile.ingest.Gate;
import simile.jsonl.Compression;
import simile.query.Criteria;
import simile.segment.write.SegmentOptions;

/**
 * A run as a command line: what would do the same again, from any folder. Each option is one word
 * with its value, so that a value may begin with a hyphen; what is as it would be without its
 * option is left out.
 */
public final class CommandWords {
  private final List<String> words;

  /**
   * @param command the words after the program's name
   */
  public CommandWords(String... command) {
    words = new ArrayList<>(List.of(command));
  }

  public CommandWords put(String option, String value) {
    words.add(option + "=" + value);
    return this;
  }

  public CommandWords put(String option, Optional<String> value) {
    value.ifPresent(text -> put(option, text));
    return this;
  }

  public CommandWords put(String option, OptionalInt value) {
    value.ifPresent(number -> put(option, Integer.toString(number)));
    return this;
  }

  /** An option for each value, in order. */
  public CommandWords putEach(String option, List<String> values) {
    values.forEach(value -> put(option, value));
    return this;
  }

  /** A place, see {@link Places#absolute(String)}. */
  public CommandWords putPlace(String option, String place) {
    return put(option, Places.absolute(place));
  }

  public CommandWords putPlace(String option, Optional<String> place) {
    return put(option, place.map(Places::absolute));
  }

  public CommandWords putPlaces(String option, List<String> places) {
    return putEach(option, Places.absolute(places));
  }

  /** An option without a value, if it was given. */
  public CommandWords flag(String option, boolean given) {
    if (given) {
      words.add(option);
    }
    return this;
  }

  public CommandWords compression(Compression kind) {
    return put("--compression", kind.name().toLowerCase(Locale.ROOT));
  }

  public CommandWords criteria(Criteria criteria) {
    words.addAll(CriteriaWords.of(criteria));
    return this;
  }

  /** What ingests and imports share. */
  public CommandWords intake(SegmentOptions segments, Gate gate, InputLimits limits) {
    if (segments.compression() != Compression.NONE) {
      compression(segments.compression());
    }
    flag("--no-sqlite", !segments.sqlite());
    if (gate.maxRatio() < 1) {
      put("--max-violation-ratio", Double.toString(gate.maxRatio()));
    }
    if (gate.maxViolations() < Long.MAX_VALUE) {
      put("--max-violations", Long.toString(gate.maxViolations()));
    }
    if (limits.maxLineBytes() != InputLimits.DEFAULT_MAX_LINE_BYTES) {
      put("--max-line-bytes", Integer.toString(limits.maxLineBytes()));
    }
    if (limits.splitBytes() != InputLimits.DEFAULT_SPLIT_BYTES) {
      put("--split-bytes", Long.toString(limits.splitBytes()));
    }
    return this;
  }

  /**
   * All of them, ended by what chooses the runner.
   *
   * @param again from {@link Engine#again()}; empty if no command line can do it
   */
  public List<String> endedBy(Optional<List<String>> again) {
    if (again.isEmpty()) {
      return List.of();
    }
    List<String> all = new ArrayList<>(words);
    all.addAll(again.get());
    return List.copyOf(all);
  }
}
