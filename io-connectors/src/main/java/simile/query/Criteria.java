package simile.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a query asks for. Kinds are joined by AND, the values of one kind by OR; an empty list or
 * option asks for nothing.
 *
 * @param ids the record's id
 * @param domains its source or target domain
 * @param sourceDomains its source domain
 * @param targetDomains its target domain
 * @param minQuality its quality score, at least
 * @param maxQuality its quality score, at most
 * @param qualityBelow its quality score, less than
 * @param createdAfter its creation, at or after
 * @param createdBefore its creation, before
 * @param tags one of its tags
 * @param frameTypes a key or a value of its frame mappings, or its frame type
 */
public record Criteria(
    List<String> ids,
    List<String> domains,
    List<String> sourceDomains,
    List<String> targetDomains,
    OptionalDouble minQuality,
    OptionalDouble maxQuality,
    OptionalDouble qualityBelow,
    Optional<Instant> createdAfter,
    Optional<Instant> createdBefore,
    List<String> tags,
    List<String> frameTypes) {

  /** Asks for everything. */
  public static final Criteria ALL =
      new Criteria(
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of());

  public Criteria {
    ids = List.copyOf(ids);
    domains = List.copyOf(domains);
    sourceDomains = List.copyOf(sourceDomains);
    targetDomains = List.copyOf(targetDomains);
    tags = List.copyOf(tags);
    frameTypes = List.copyOf(frameTypes);
  }

  /** Criteria that ask for no frame type, and for no quality below a limit. */
  public Criteria(
      List<String> ids,
      List<String> domains,
      List<String> sourceDomains,
      List<String> targetDomains,
      OptionalDouble minQuality,
      OptionalDouble maxQuality,
      Optional<Instant> createdAfter,
      Optional<Instant> createdBefore,
      List<String> tags) {
    this(
        ids,
        domains,
        sourceDomains,
        targetDomains,
        minQuality,
        maxQuality,
        OptionalDouble.empty(),
        createdAfter,
        createdBefore,
        tags,
        List.of());
  }

  /** Whether a row's JSON must be read to decide. */
  boolean looksInside() {
    return !withIds(List.of()).equals(ALL);
  }

  public Criteria withIds(List<String> newIds) {
    return copy(newIds, qualityBelow, frameTypes);
  }

  public Criteria withQualityBelow(double limit) {
    return copy(ids, OptionalDouble.of(limit), frameTypes);
  }

  public Criteria withFrameTypes(List<String> newFrameTypes) {
    return copy(ids, qualityBelow, newFrameTypes);
  }

  private Criteria copy(List<String> newIds, OptionalDouble newLimit, List<String> newFrameTypes) {
    return new Criteria(
        newIds,
        domains,
        sourceDomains,
        targetDomains,
        minQuality,
        maxQuality,
        newLimit,
        createdAfter,
        createdBefore,
        tags,
        newFrameTypes);
  }
}
