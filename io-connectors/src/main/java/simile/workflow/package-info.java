/**
 * How people see a run: its workflow, one JSON file a run in {@code workflows/}, replaced as the
 * run proceeds. Nothing is decided by it: where it and the log differ, the log is right.
 *
 * <p>The file is one JSON object in UTF-8: {@code run_id}, {@code type} (such as {@code
 * compaction}), {@code status} (PENDING, PROCESSING, COMPLETED, FAILED or CANCELLED), {@code
 * context}, {@code collection}, {@code items_total} (-1 while unknown), {@code items_processed},
 * {@code error_count}, {@code error_log} (the first {@value simile.workflow.Workflow#MAX_ERRORS}
 * messages), {@code metadata} (names to texts), {@code created_at}, and where known {@code
 * started_at}, {@code finished_at}, {@code heartbeat_at} (ISO-8601, UTC) and {@code version} (the
 * commit that it made), {@code token} and {@code command} (the words of a command line that does
 * the same again, without the program's name). Unknown fields are ignored.
 *
 * <p>While it runs, a run says every ten seconds that it lives. Its {@code metadata} name the
 * process that does so: {@code host}, {@code host_id} (the boot and the space of process numbers
 * where Linux tells them), {@code pid} and {@code process_started}; also {@code reads_version}, the
 * newest version when it started, which a vacuum keeps. {@link simile.workflow.Liveness} says
 * whether a run is at work or dead. One process writes a run's workflow; others write it only once
 * the run is dead. {@link simile.workflow.RunsAtWork} is how vacuum and verify ask which files may
 * be those of a run at work.
 *
 * <p>A run whose work is done on a Flink cluster also says where, in {@code flink_master}, and once
 * it is submitted as which job, in {@code flink_job}: while that job is at work the run lives,
 * whatever became of the process that submitted it. A cluster that does not answer makes no run
 * dead, only silent. {@link simile.workflow.ClusterRuns} says how a run ended whose client did not.
 *
 * <p>While a run is at work elsewhere than in the process that submitted it, each of its workers
 * tells in {@code workflows/<run>.progress/<worker>.json} how far it is: an object whose {@code
 * units} has, by the name of each unit of retry that the worker took up, {@code bytes} and {@code
 * rows} done, and where lines were rejected, {@code rejected}, and {@code rules} with how often
 * each was broken. A worker replaces its file every few seconds; who follows the run adds them up,
 * see {@link simile.workflow.WorkerReports}. Whoever notes the run's end deletes them, else a
 * vacuum.
 *
 * <p>May use: {@code simile.files}, {@code simile.json}, {@code simile.log}, {@code simile.layout},
 * {@code simile.cluster}. Used by: vacuum, verify, the pipelines and the command line.
 */
package simile.workflow;
