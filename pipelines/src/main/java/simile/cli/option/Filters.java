package simile.cli.option;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.Option;
import simile.cli.console.CliFailure;
import simile.jobs.ExitCode;
import simile.query.Criteria;
import simile.record.Column;
import simile.store.CollectionSnapshot;

/** The criteria of a query: different ones are joined by AND, repeated ones by OR. */
public final class Filters {

  @Option(names = "--id", paramLabel = "ID", description = "Records with this id.")
  private List<String> ids = List.of();

  @Option(
      names = "--domain",
      paramLabel = "NAME",
      description = "Records with this source or target domain.")
  private List<String> domains = List.of();

  @Option(names = "--source-domain", paramLabel = "NAME", description = "With this source domain.")
  private List<String> sourceDomains = List.of();

  @Option(names = "--target-domain", paramLabel = "NAME", description = "With this target domain.")
  private List<String> targetDomains = List.of();

  @Option(
      names = "--min-quality",
      paramLabel = "0..1",
      converter = RatioConverter.class,
      description = "With at least this quality.")
  private Optional<Double> minQuality = Optional.empty();

  @Option(
      names = "--max-quality",
      paramLabel = "0..1",
      converter = RatioConverter.class,
      description = "With at most this quality.")
  private Optional<Double> maxQuality = Optional.empty();

  @Option(
      names = "--quality-below",
      paramLabel = "0..1",
      converter = RatioConverter.class,
      description = "With less than this quality.")
  private Optional<Double> qualityBelow = Optional.empty();

  @Option(
      names = "--created-after",
      paramLabel = "TIME",
      converter = MomentConverter.class,
      description = "Created at this time or after.")
  private Optional<Instant> createdAfter = Optional.empty();

  @Option(
      names = "--created-before",
      paramLabel = "TIME",
      converter = MomentConverter.class,
      description = "Created before this time.")
  private Optional<Instant> createdBefore = Optional.empty();

  @Option(names = "--tag", paramLabel = "TAG", description = "With this tag.")
  private List<String> tags = List.of();

  @Option(
      names = "--frame-type",
      paramLabel = "NAME",
      description = "With this key or value of frame_mappings; of frames, with this frame_type.")
  private List<String> frameTypes = List.of();

  public Criteria criteria() {
    return new Criteria(
        List.copyOf(ids),
        List.copyOf(domains),
        List.copyOf(sourceDomains),
        List.copyOf(targetDomains),
        asDouble(minQuality),
        asDouble(maxQuality),
        asDouble(qualityBelow),
        createdAfter,
        createdBefore,
        List.copyOf(tags),
        List.copyOf(frameTypes));
  }

  /**
   * Refuses criteria that no record of a collection can meet, since its contract lacks the field.
   */
  public void requireFields(CollectionSnapshot snapshot) {
    List<String> fields = snapshot.schema().columns().stream().map(Column::name).toList();
    asked()
        .forEach(
            (option, oneOf) -> {
              if (oneOf.stream().noneMatch(fields::contains)) {
                throw new CliFailure(
                    ExitCode.USAGE,
                    option + " looks at " + String.join(" and ", oneOf),
                    "collection '" + snapshot.key().collection() + "' has no such field",
                    "its fields are " + String.join(", ", fields),
                    "leave the option out");
              }
            });
  }

  /** The fields that each option given looks at; it needs one of them. */
  private Map<String, List<String>> asked() {
    Map<String, List<String>> asked = new LinkedHashMap<>();
    put(asked, !domains.isEmpty(), "--domain", "source_domain", "target_domain");
    put(asked, !sourceDomains.isEmpty(), "--source-domain", "source_domain");
    put(asked, !targetDomains.isEmpty(), "--target-domain", "target_domain");
    put(asked, minQuality.isPresent(), "--min-quality", "quality_score");
    put(asked, maxQuality.isPresent(), "--max-quality", "quality_score");
    put(asked, qualityBelow.isPresent(), "--quality-below", "quality_score");
    put(asked, createdAfter.isPresent(), "--created-after", "created_at");
    put(asked, createdBefore.isPresent(), "--created-before", "created_at");
    put(asked, !tags.isEmpty(), "--tag", "tags");
    put(asked, !frameTypes.isEmpty(), "--frame-type", "frame_mappings", "frame_type");
    return asked;
  }

  private static void put(
      Map<String, List<String>> asked, boolean given, String option, String... oneOf) {
    if (given) {
      asked.put(option, List.of(oneOf));
    }
  }

  private static OptionalDouble asDouble(Optional<Double> value) {
    return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
  }
}
