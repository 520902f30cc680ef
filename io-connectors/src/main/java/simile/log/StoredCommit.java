package simile.log;

/**
 * An entry and the SHA-256 of its file's bytes, which its child names as parent.
 *
 * @param sha256 64 hexadecimal digits
 */
record StoredCommit(Commit commit, String sha256) {}
