package simile.delete;

import java.io.Serializable;

/**
 * What a delete counted.
 *
 * @param asked ids that were to be deleted, repeated ones as often as they came; for criteria,
 *     records that met them
 * @param blank empty lines, which are skipped
 * @param live ids of a part that had a live record in the version read
 * @param notFound ids of a part that had none
 * @param bytesRead bytes of lists of ids
 */
public record DeleteCounts(long asked, long blank, long live, long notFound, long bytesRead)
    implements Serializable {
  public static final DeleteCounts ZERO = new DeleteCounts(0, 0, 0, 0, 0);

  public DeleteCounts plus(DeleteCounts other) {
    return new DeleteCounts(
        asked + other.asked,
        blank + other.blank,
        live + other.live,
        notFound + other.notFound,
        bytesRead + other.bytesRead);
  }
}
