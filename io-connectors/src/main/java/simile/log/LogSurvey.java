package simile.log;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import simile.segment.DataFile;

/**
 * All that can be learnt from a log, even from a damaged one.
 *
 * @param entries how many entries can be read
 * @param latest the newest entry's version; 0 if there is none
 * @param retention which versions are kept
 * @param segments those that kept versions need
 * @param beside contracts and audits, of all versions: a vacuum leaves them
 * @param named every path that an entry names, also of versions that were given up
 * @param faults what is wrong with the log's own files; if there are any, {@code segments}, {@code
 *     beside} and {@code named} are what the sound entries say
 */
public record LogSurvey(
    long entries,
    long latest,
    Retention retention,
    List<KeptSegment> segments,
    List<DataFile> beside,
    Set<String> named,
    List<LogFault> faults) {

  public LogSurvey {
    segments = List.copyOf(segments);
    beside = List.copyOf(beside);
    named = Set.copyOf(named);
    faults = List.copyOf(faults);
  }

  /** Every file that a kept version needs. */
  public Stream<DataFile> files() {
    return Stream.concat(
        segments.stream().flatMap(kept -> kept.live().segment().files().stream()), beside.stream());
  }

  /** Whether no entry is missing or damaged, so that {@code named} is complete. */
  public boolean isWhole() {
    return faults.stream().allMatch(LogFault::isCheckpoint);
  }
}
