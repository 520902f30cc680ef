package simile.vacuum;

import java.util.Optional;
import java.util.SortedSet;
import simile.log.Commit;

/**
 * What a vacuum did.
 *
 * @param entry its commit; empty if there was nothing to give up or to delete
 * @param versions how many versions it gave up
 * @param files how many files it deleted
 * @param bytes how large they were
 * @param inFlight how many files of runs at work it left alone
 * @param temporaries how many hidden temporary files of killed processes it deleted
 * @param foreign files that no run can have made, or nobody can say which; they stay
 */
public record VacuumResult(
    Optional<Commit> entry,
    long versions,
    long files,
    long bytes,
    long inFlight,
    int temporaries,
    SortedSet<String> foreign) {}
