package simile.vacuum;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import simile.log.Retention;

/**
 * What a vacuum would do.
 *
 * @param base the newest version, from which the plan was made
 * @param before which versions are kept so far
 * @param after which versions would be kept
 * @param givenUp how many versions would be given up
 * @param unneeded files that only versions need which are given up
 * @param orphans files that no entry names, of runs that can never name them
 * @param dead files that no entry names, of dead runs, by run: each is to be fenced first
 * @param inFlight how many files runs at work have written that no entry names yet
 * @param foreign files that no run can have made, or nobody can say which; they stay
 */
public record VacuumPlan(
    long base,
    Retention before,
    Retention after,
    long givenUp,
    List<String> unneeded,
    List<String> orphans,
    SortedMap<String, List<String>> dead,
    long inFlight,
    SortedSet<String> foreign) {

  /** Whether no version would be given up and no file deleted. */
  public boolean isEmpty() {
    return givenUp == 0 && unneeded.isEmpty() && orphans.isEmpty() && dead.isEmpty();
  }
}
