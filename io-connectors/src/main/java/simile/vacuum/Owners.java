package simile.vacuum;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import simile.layout.Names;
import simile.workflow.AnnouncedRun;

/**
 * Finds whose a file is by its name: the stem of a run, then numbers and an attempt in hexadecimal
 * digits, joined by {@code -}. Where two runs' stems fit, as {@code a} and {@code a-00001} may, the
 * longer one is the owner, unless the other lives.
 */
final class Owners {
  private static final Pattern FILE =
      Pattern.compile(
          "(.+?)\\.(?:jsonl|jsonl\\.gz|jsonl\\.zst|sqlite|sqlite-journal|sqlite-wal|sqlite-shm|npz|metadata\\.json|keys)");
  private static final Pattern REST = Pattern.compile("(?:-[0-9a-f]+)*-[0-9a-f]{8,}");
  private static final Pattern WRITTEN = Pattern.compile("(.+?)-\\d{5}-\\d{2}-[0-9a-f]{8}");

  // A compaction writes the number of a group after its stem; another run's stem may end so.
  private static final Pattern OF_A_GROUP = Pattern.compile(".+-\\d{3,}");

  private final Map<String, AnnouncedRun> announced = new HashMap<>();
  private final Map<String, String> inLog;
  private final Set<String> settled;

  /**
   * @param inLog runs that the log names, by stem
   * @param settled those that can never commit anything again, by id
   */
  Owners(Iterable<AnnouncedRun> announced, Map<String, String> inLog, Set<String> settled) {
    announced.forEach(run -> this.announced.put(run.stem(), run));
    this.inLog = inLog;
    this.settled = settled;
  }

  /** Whose a segment's file is. */
  Owner ofSegmentFile(String path) {
    Matcher file = FILE.matcher(path.substring(path.lastIndexOf('/') + 1));
    if (!file.matches()) {
      return new Owner.Nobody();
    }
    String segment = file.group(1);
    Optional<Owner> known = Optional.empty();
    for (int dash = segment.indexOf('-'); dash > 0; dash = segment.indexOf('-', dash + 1)) {
      String stem = segment.substring(0, dash);
      if (isKnown(stem) && REST.matcher(segment.substring(dash)).matches()) {
        Owner owner = ofStem(stem);
        if (owner instanceof Owner.Living) {
          return owner;
        }
        known = Optional.of(owner);
      }
    }
    return known.orElseGet(() -> ofUnknown(segment));
  }

  /** Whose a file in {@code audit/<stem>/} is. */
  Owner ofAuditFile(String path) {
    String stem = path.split("/", -1)[1];
    return isKnown(stem) ? ofStem(stem) : ofStreamAtWork(stem).orElseGet(() -> ofId(stem));
  }

  /** A window has no workflow of its own; its stem is its stream's, and numbers. */
  private Optional<Owner> ofStreamAtWork(String window) {
    for (int dash = window.indexOf('-'); dash > 0; dash = window.indexOf('-', dash + 1)) {
      String stem = window.substring(0, dash);
      if (isKnown(stem) && REST.matcher(window.substring(dash)).matches()) {
        Owner owner = ofStem(stem);
        if (owner instanceof Owner.Living) {
          return Optional.of(owner);
        }
      }
    }
    return Optional.empty();
  }

  private boolean isKnown(String stem) {
    return announced.containsKey(stem) || inLog.containsKey(stem);
  }

  private Owner ofStem(String stem) {
    Optional<AnnouncedRun> run = Optional.ofNullable(announced.get(stem));
    Optional<String> id =
        Optional.ofNullable(inLog.get(stem)).or(() -> run.flatMap(AnnouncedRun::runId));
    if (id.filter(settled::contains).isPresent()) {
      return new Owner.Settled();
    }
    return id.isEmpty() || run.filter(AnnouncedRun::lives).isPresent()
        ? new Owner.Living()
        : new Owner.Dead(id.get());
  }

  /**
   * A run's, if only one can be meant: were another fenced, the one that wrote the file could still
   * commit it.
   */
  private static Owner ofUnknown(String segment) {
    Matcher written = WRITTEN.matcher(segment);
    return written.matches() && !OF_A_GROUP.matcher(written.group(1)).matches()
        ? ofId(written.group(1))
        : new Owner.Nobody();
  }

  /** A run that announced itself nowhere can be fenced only if its stem is its id. */
  private static Owner ofId(String stem) {
    try {
      return Names.fileStem(stem).equals(stem) ? new Owner.Dead(stem) : new Owner.Nobody();
    } catch (IllegalArgumentException e) {
      return new Owner.Nobody();
    }
  }
}
