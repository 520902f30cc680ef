/**
 * Storage for tests: files in memory that lose what was not made durable, files that fail when they
 * are told to, files that are watched, and the contract that every kind of storage must pass.
 *
 * <p>A new kind of {@link simile.files.StoreFiles} extends {@link
 * simile.testkit.StoreFilesContract}.
 *
 * <p>May use: {@code simile.files}, JUnit, Hamcrest. Used by: tests only, of this module and those
 * below it.
 */
package simile.testkit;
