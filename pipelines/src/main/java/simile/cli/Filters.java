package simile.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.Option;
import simile.query.Criteria;

/** The criteria of a query: different ones are joined by AND, repeated ones by OR. */
final class Filters {

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

  Criteria criteria() {
    return new Criteria(
        List.copyOf(ids),
        List.copyOf(domains),
        List.copyOf(sourceDomains),
        List.copyOf(targetDomains),
        asDouble(minQuality),
        asDouble(maxQuality),
        createdAfter,
        createdBefore,
        List.copyOf(tags));
  }

  private static OptionalDouble asDouble(Optional<Double> value) {
    return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
  }
}
