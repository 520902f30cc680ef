package simile.verify;

/**
 * Something that {@link StoreVerifier} found.
 *
 * @param kind what it is about
 * @param path the file, relative to the store
 * @param what is wrong, and what was expected
 * @param next what to do
 */
public record Finding(FindingKind kind, String path, String what, String next) {

  public Severity severity() {
    return kind.severity();
  }
}
