package simile.query;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import simile.segment.Bounds;
import simile.segment.DataFile;
import simile.segment.Segment;

/** Decides whether rows meet criteria, and which files cannot hold any that do. */
final class RowFilter {
  private static final String SOURCE = "source_domain";
  private static final String TARGET = "target_domain";
  private static final String QUALITY = "quality_score";
  private static final String CREATED = "created_at";
  private static final String TAGS = "tags";
  private static final String FRAME_MAPPINGS = "frame_mappings";
  private static final String FRAME_TYPE = "frame_type";
  private static final double MICROS = 1e6;

  /** Bounds are cut to whole microseconds, and as doubles are exact to 64 of them in year 9999. */
  private static final double MARGIN = 64;

  private final Criteria criteria;
  private final FieldReader fields;
  private final Glance glance;
  private final boolean looksInside;

  RowFilter(Criteria criteria) {
    this.criteria = criteria;
    this.fields = new FieldReader(fieldsOf(criteria));
    this.glance = new Glance(criteria);
    this.looksInside = criteria.looksInside();
  }

  /** The fields that decide: to read others costs time. */
  private static Set<String> fieldsOf(Criteria c) {
    Set<String> names = new HashSet<>();
    boolean either = !c.domains().isEmpty();
    addIf(either || !c.sourceDomains().isEmpty(), names, SOURCE);
    addIf(either || !c.targetDomains().isEmpty(), names, TARGET);
    addIf(
        c.minQuality().isPresent() || c.maxQuality().isPresent() || c.qualityBelow().isPresent(),
        names,
        QUALITY);
    addIf(c.createdAfter().isPresent() || c.createdBefore().isPresent(), names, CREATED);
    addIf(!c.tags().isEmpty(), names, TAGS);
    addIf(!c.frameTypes().isEmpty(), names, FRAME_MAPPINGS, FRAME_TYPE);
    return names;
  }

  private static void addIf(boolean asked, Set<String> names, String... fields) {
    if (asked) {
      names.addAll(List.of(fields));
    }
  }

  /** Whether a row of this segment may meet the criteria, as far as its bounds tell. */
  boolean mayMatch(Segment segment) {
    return inBounds(segment, QUALITY, lowQuality(), highQuality())
        && inBounds(
            segment,
            CREATED,
            micros(criteria.createdAfter(), Double.NEGATIVE_INFINITY) - MARGIN,
            micros(criteria.createdBefore(), Double.POSITIVE_INFINITY) + MARGIN);
  }

  /** Whether a row of this file may meet the criteria, as far as its partition tells. */
  boolean mayMatch(DataFile file, Optional<String> partitionBy) {
    return file.partition().isEmpty()
        || !partitionBy.equals(Optional.of(SOURCE))
        || criteria.sourceDomains().isEmpty()
        || criteria.sourceDomains().contains(file.partition());
  }

  /** Whether no row need be looked at: there is nothing that one could fail to meet. */
  boolean takesAll() {
    return !looksInside;
  }

  /** Whether a record that lies in an array meets the criteria. */
  boolean matches(byte[] bytes, int start, int length) throws IOException {
    if (!looksInside) {
      return true;
    }
    return glance.mayMatch(bytes, start, length) && parsedMatches(bytes, start, length);
  }

  /** The same, without a glance at the bytes first. */
  boolean parsedMatches(byte[] bytes, int start, int length) throws IOException {
    fields.read(bytes, start, length);
    List<String> source = fields.texts(SOURCE);
    List<String> target = fields.texts(TARGET);
    return any(criteria.sourceDomains(), source)
        && any(criteria.targetDomains(), target)
        && (any(criteria.domains(), source) || any(criteria.domains(), target))
        && any(criteria.tags(), fields.texts(TAGS))
        && frameMatches()
        && qualityMatches(fields.number(QUALITY))
        && createdMatches(fields.instant(CREATED));
  }

  private boolean qualityMatches(OptionalDouble quality) {
    if (lowQuality() == Double.NEGATIVE_INFINITY && highQuality() == Double.POSITIVE_INFINITY) {
      return true;
    }
    return quality.isPresent()
        && quality.getAsDouble() >= lowQuality()
        && quality.getAsDouble() <= criteria.maxQuality().orElse(Double.POSITIVE_INFINITY)
        && quality.getAsDouble() < criteria.qualityBelow().orElse(Double.POSITIVE_INFINITY);
  }

  private boolean frameMatches() {
    return criteria.frameTypes().isEmpty()
        || any(criteria.frameTypes(), fields.texts(FRAME_MAPPINGS))
        || any(criteria.frameTypes(), fields.texts(FRAME_TYPE));
  }

  private boolean createdMatches(Optional<Instant> created) {
    if (criteria.createdAfter().isEmpty() && criteria.createdBefore().isEmpty()) {
      return true;
    }
    return created.isPresent()
        && criteria.createdAfter().map(after -> !created.get().isBefore(after)).orElse(true)
        && criteria.createdBefore().map(before -> created.get().isBefore(before)).orElse(true);
  }

  private double highQuality() {
    return Math.min(
        criteria.maxQuality().orElse(Double.POSITIVE_INFINITY),
        criteria.qualityBelow().orElse(Double.POSITIVE_INFINITY));
  }

  private double lowQuality() {
    return criteria.minQuality().orElse(Double.NEGATIVE_INFINITY);
  }

  /**
   * A segment without bounds for a column has no row with a value there, and rows without one may
   * have been stamped.
   */
  private static boolean inBounds(Segment segment, String column, double low, double high) {
    Bounds bounds = segment.bounds().get(column);
    return bounds == null || bounds.absent() > 0 || bounds.mayContain(low, high);
  }

  private static boolean any(List<String> wanted, Collection<String> values) {
    return wanted.isEmpty() || !Collections.disjoint(wanted, values);
  }

  private static double micros(Optional<Instant> instant, double otherwise) {
    return instant.map(i -> i.getEpochSecond() * MICROS + i.getNano() / 1e3).orElse(otherwise);
  }
}
