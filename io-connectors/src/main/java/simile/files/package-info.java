/**
 * The store's own small file system: what a commit log and immutable files need, and no more.
 *
 * <p>Beam's {@code FileSystems} cannot say "create, but only where nothing is", so the store does
 * not use it. A new kind of storage is a {@link simile.files.StoreFilesProvider} on the class path
 * and passes the contract suite {@code StoreFilesContract} of the test kit.
 *
 * <p>May use: the JDK, slf4j. Used by: every other package.
 */
package simile.files;
