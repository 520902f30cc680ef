package simile.history;

import java.time.Instant;
import java.util.Optional;
import simile.log.Operation;

/**
 * Something that happened to a record.
 *
 * @param version the version that did it
 * @param committedAt when
 * @param runId the run that did it
 * @param operation what kind of run it was
 * @param effect what it did to the record
 * @param reason why, where the run says
 * @param record the record from then on, as it is stored; empty where it was deleted, or its file
 *     is gone
 */
public record RecordEvent(
    long version,
    Instant committedAt,
    String runId,
    Operation operation,
    Effect effect,
    Optional<String> reason,
    Optional<String> record) {}
