/**
 * Is this machine fit to run Simile? Small checks, each of which ends in one {@link
 * simile.cli.doctor.Finding}: what is so, and what to do where it is not good.
 *
 * <p>May use: the JDK, Jackson, and the native libraries it tries out. Used by: {@code simile
 * doctor}.
 */
package simile.cli.doctor;
