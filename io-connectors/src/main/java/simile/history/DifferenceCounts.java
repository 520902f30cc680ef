package simile.history;

/**
 * How many records differ.
 *
 * @param inserted only in the second version
 * @param updated in both, with other content
 * @param deleted only in the first version
 * @param unchanged in both, the same
 */
public record DifferenceCounts(long inserted, long updated, long deleted, long unchanged) {
  public static final DifferenceCounts NONE = new DifferenceCounts(0, 0, 0, 0);

  public DifferenceCounts plus(DifferenceCounts other) {
    return new DifferenceCounts(
        inserted + other.inserted,
        updated + other.updated,
        deleted + other.deleted,
        unchanged + other.unchanged);
  }

  DifferenceCounts and(Difference kind) {
    return switch (kind) {
      case INSERTED -> new DifferenceCounts(inserted + 1, updated, deleted, unchanged);
      case UPDATED -> new DifferenceCounts(inserted, updated + 1, deleted, unchanged);
      case DELETED -> new DifferenceCounts(inserted, updated, deleted + 1, unchanged);
    };
  }

  DifferenceCounts andUnchanged() {
    return new DifferenceCounts(inserted, updated, deleted, unchanged + 1);
  }
}
