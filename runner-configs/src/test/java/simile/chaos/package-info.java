/**
 * Faults on the Flink session cluster: a run is submitted as people do, something is killed, paused
 * or refused at a moment that is told from outside, and what the store holds afterwards is compared
 * with what the same commands give on the Direct runner.
 *
 * <p>A {@link simile.chaos.Trial} is a {@link simile.chaos.Fault} at a {@link simile.chaos.Moment}
 * on a {@link simile.chaos.Storage}. Moments are held: as soon as one shows, all task managers are
 * stopped by a signal, and only if it is still that moment the fault strikes.
 */
package simile.chaos;
