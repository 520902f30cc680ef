/**
 * How a run begins and ends, whatever it does: workers take its parts as they are free, and the
 * results of all parts meet in one place, once.
 *
 * <p>May use: Beam. Used by: the transforms of each kind of run, and the pipelines.
 */
package simile.run;
