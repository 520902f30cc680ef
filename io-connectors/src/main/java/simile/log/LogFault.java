package simile.log;

/**
 * What is wrong with a file of the log.
 *
 * @param path of the entry or checkpoint, relative to the store
 * @param isCheckpoint whether the file is derived, so that it can be deleted
 * @param what is wrong, what was expected and what to do
 */
public record LogFault(String path, boolean isCheckpoint, String what) {}
