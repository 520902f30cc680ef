package simile.query;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A question to a snapshot.
 *
 * @param criteria which rows
 * @param orderBy in which order; by id if empty
 * @param limit how many at most
 * @param withEmbeddings whether vectors are put back into the records
 * @param withVectors whether vectors come beside the records, see {@link Row#vector}; then they are
 *     not put back
 */
public record Query(
    Criteria criteria,
    Optional<OrderBy> orderBy,
    OptionalLong limit,
    boolean withEmbeddings,
    boolean withVectors) {

  /** Everything, by id. */
  public static final Query ALL =
      new Query(Criteria.ALL, Optional.empty(), OptionalLong.empty(), false);

  /** A question whose answers have no vectors beside them. */
  public Query(
      Criteria criteria, Optional<OrderBy> orderBy, OptionalLong limit, boolean withEmbeddings) {
    this(criteria, orderBy, limit, withEmbeddings, false);
  }

  public static Query of(Criteria criteria) {
    return new Query(criteria, Optional.empty(), OptionalLong.empty(), false);
  }

  public Query orderBy(OrderBy order) {
    return new Query(criteria, Optional.of(order), limit, withEmbeddings, withVectors);
  }

  public Query limit(long rows) {
    return new Query(criteria, orderBy, OptionalLong.of(rows), withEmbeddings, withVectors);
  }

  public Query withEmbeddings(boolean yes) {
    return new Query(criteria, orderBy, limit, yes, withVectors);
  }

  public Query withVectors(boolean yes) {
    return new Query(criteria, orderBy, limit, withEmbeddings, yes);
  }
}
