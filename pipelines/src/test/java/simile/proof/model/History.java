package simile.proof.model;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A random history, and what is wrong with a world in which it is played. */
record History(long seed, List<Step> steps) {

  static History of(long seed, int steps) {
    return new History(seed, new Steps(seed).some(steps));
  }

  /**
   * Plays it.
   *
   * @return what failed, with the steps that are enough to make it fail; empty if nothing did
   */
  Optional<String> failure(Supplier<World> worlds) {
    if (play(steps, worlds).isEmpty()) {
      return Optional.empty();
    }
    List<Step> smallest = Shrinker.smallest(steps, s -> play(s, worlds).isPresent());
    Throwable failure = play(smallest, worlds).orElseThrow();
    String told =
        "seed %d (again: -Dsimile.model.seed=%d -Dsimile.model.sequences=1); these steps fail:%n%s%n%s"
            .formatted(
                seed,
                seed,
                smallest.stream().map(s -> "  " + s).collect(Collectors.joining("\n")),
                failure);
    return Optional.of(told + stack(failure));
  }

  private static Optional<Throwable> play(List<Step> steps, Supplier<World> worlds) {
    try {
      new Player(worlds.get()).play(steps);
      return Optional.empty();
    } catch (IOException | RuntimeException | AssertionError e) {
      return Optional.of(e);
    }
  }

  private static String stack(Throwable failure) {
    return java.util.Arrays.stream(failure.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("simile."))
        .limit(12)
        .map(frame -> "\n    at " + frame)
        .collect(Collectors.joining());
  }
}
