/**
 * What Simile asks a Flink cluster, over its REST interface: its version, its slots, its jobs; and
 * to cancel one. Knows nothing of Beam and needs no class of Flink, so that {@code workflows} and
 * vacuum can ask whether a run is at work there.
 *
 * <p>May use: {@code simile.json}. Used by: {@code simile.workflow}, the pipelines.
 */
package simile.cluster;
