/**
 * Folders and files that benchmarks make and delete.
 *
 * <p>May use: the JDK. Used by: all other packages.
 */
package simile.benchmarks.files;
