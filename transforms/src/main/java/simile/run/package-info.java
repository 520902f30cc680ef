/**
 * How a run ends, whatever it did: the results of all its parts meet in one place, once.
 *
 * <p>May use: Beam. Used by: the transforms of each kind of run.
 */
package simile.run;
