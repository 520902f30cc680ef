/**
 * Storage for tests: files in memory that lose what was not made durable, files that fail when they
 * are told to, or lose their answers, files that are watched; and the contracts of storage.
 *
 * <p>A new kind of {@link simile.files.StoreFiles} extends {@link
 * simile.testkit.StoreFilesContract} and {@link simile.testkit.CommitLogContract}. The tests of
 * {@code simile.files} and {@code simile.log} that need such storage stand here too.
 *
 * <p>May use: {@code simile.files}, {@code simile.log}, JUnit, Hamcrest. Used by: tests only, of
 * this module and those below it.
 */
package simile.testkit;
