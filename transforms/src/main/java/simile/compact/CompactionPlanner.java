package simile.compact;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import simile.files.StoreFiles;
import simile.jsonl.Compression;
import simile.log.CollectionKey;
import simile.log.CollectionState;
import simile.segment.DataFile;
import simile.segment.FileKind;
import simile.segment.LiveSegment;
import simile.segment.write.SegmentOptions;

/**
 * Finds the segments that are worth rewriting, by {@link CompactionRules}. It reads key files, and
 * decides by nothing but the state that it is given: no clock, no chance.
 */
public final class CompactionPlanner {
  private final StoreFiles files;
  private final CompactionRules rules;
  private final Optional<Compression> compression;

  /**
   * Prepares planning.
   *
   * @param compression of what is written; that of the newest segment replaced, if empty
   */
  public CompactionPlanner(
      StoreFiles files, CompactionRules rules, Optional<Compression> compression) {
    this.files = files;
    this.rules = rules;
    this.compression = compression;
  }

  /**
   * The groups of a collection, by id. No segment is in two.
   *
   * @param first the number of the first group
   * @throws simile.keys.CorruptKeyFileException if a key file is damaged
   */
  public List<Group> plan(CollectionKey key, CollectionState state, int first) throws IOException {
    List<Stored> stored = new ArrayList<>();
    for (LiveSegment live : state.segments()) {
      stored.add(Stored.of(files, live, state.schema()));
    }
    List<Component> components = Component.of(files, stored);
    List<Choice> choices = rules.full() ? full(components) : worthwhile(components);
    List<Group> groups = new ArrayList<>();
    for (Choice choice : choices) {
      groups.add(group(first + groups.size(), key, choice));
    }
    return groups;
  }

  /** Segments to replace. */
  private record Choice(List<Stored> segments, Debt debt, String why) {}

  private List<Choice> full(List<Component> components) {
    List<Choice> choices = new ArrayList<>();
    List<Component> pack = new ArrayList<>();
    long bytes = 0;
    for (Component next : components) {
      if (!pack.isEmpty() && bytes + next.liveBytes() > rules.packedBytes()) {
        addTidied(pack, choices);
        pack.clear();
        bytes = 0;
      }
      pack.add(next);
      bytes += next.liveBytes();
    }
    addTidied(pack, choices);
    return choices;
  }

  private static void addTidied(List<Component> pack, List<Choice> into) {
    if (pack.size() > 1 || pack.stream().anyMatch(Component::isUntidy)) {
      into.add(merged(pack, "full"));
    }
  }

  private List<Choice> worthwhile(List<Component> components) throws IOException {
    List<Choice> choices = new ArrayList<>();
    List<Component> small = new ArrayList<>();
    for (Component next : components) {
      Optional<Choice> choice = choose(next);
      boolean joins = choice.isEmpty() && next.bytes() < rules.smallBytes();
      if (!joins || bytes(small) + next.bytes() > rules.packedBytes()) {
        addSmall(small, choices);
        small.clear();
      }
      if (joins) {
        small.add(next);
      }
      choice.ifPresent(choices::add);
    }
    addSmall(small, choices);
    return choices;
  }

  private Optional<Choice> choose(Component component) throws IOException {
    double dead = component.debt().deadShare();
    if (component.isUntidy() && dead >= CompactionRules.MAX_DEAD) {
      return Optional.of(merged(List.of(component), "%.0f %% dead".formatted(dead * 100)));
    }
    List<List<Stored>> runs = component.runs();
    if (runs.size() <= CompactionRules.MAX_DEPTH) {
      return Optional.empty();
    }
    return Optional.of(shallower(component, runs));
  }

  /**
   * Merges the smallest runs, as many as bring the depth down, and larger ones as long as they are
   * not much larger: so what is large is not rewritten for each little that comes.
   */
  private Choice shallower(Component component, List<List<Stored>> runs) throws IOException {
    List<List<Stored>> bySize = new ArrayList<>(runs);
    bySize.sort(Comparator.comparingLong(Component::bytes));
    int least = runs.size() - CompactionRules.MAX_DEPTH + 1;
    List<Stored> taken = new ArrayList<>();
    int count = 0;
    for (List<Stored> run : bySize) {
      boolean near = Component.bytes(run) <= CompactionRules.NEXT_RUN * Component.bytes(taken);
      if (count >= least && !near) {
        break;
      }
      taken.addAll(run);
      count++;
    }
    String why = "%d deep".formatted(runs.size());
    return taken.size() == component.segments().size()
        ? merged(List.of(component), why)
        : new Choice(
            taken, Debt.of(files, Component.live(taken)), why + ", the " + count + " smallest");
  }

  private static void addSmall(List<Component> small, List<Choice> into) {
    int segments = small.stream().mapToInt(c -> c.segments().size()).sum();
    if (segments >= CompactionRules.MANY_SMALL) {
      into.add(merged(small, segments + " small"));
    }
  }

  private static long bytes(List<Component> components) {
    return components.stream().mapToLong(Component::bytes).sum();
  }

  private static Choice merged(List<Component> components, String why) {
    return new Choice(
        components.stream().flatMap(c -> c.segments().stream()).toList(),
        components.stream().map(Component::debt).reduce(new Debt(0, 0, 0), Debt::plus),
        why);
  }

  private Group group(int number, CollectionKey key, Choice choice) throws IOException {
    Debt debt = choice.debt();
    List<LiveSegment> live = Component.live(choice.segments());
    long bytes =
        live.stream().flatMap(l -> l.segment().files().stream()).mapToLong(DataFile::bytes).sum();
    return new Group(
        number,
        key.context(),
        key.collection(),
        live.stream().map(l -> l.segment().name()).toList(),
        new RangeCutter(files).cut(choice.segments(), debt.liveShare(), rules.targetBytes()),
        new SegmentOptions(compressionOf(live), hasShard(live)),
        new Group.Size(debt.entries(), debt.live(), bytes),
        choice.why());
  }

  private Compression compressionOf(List<LiveSegment> live) {
    return compression.orElseGet(
        () ->
            live.stream()
                .filter(l -> l.segment().file(FileKind.JSONL).isPresent())
                .max(Comparator.comparingLong(LiveSegment::commit))
                .flatMap(l -> l.segment().file(FileKind.JSONL))
                .map(file -> Compression.ofPath(file.path()))
                .orElse(Compression.NONE));
  }

  private static boolean hasShard(List<LiveSegment> live) {
    return live.stream().anyMatch(l -> l.segment().file(FileKind.SQLITE).isPresent());
  }
}
