package simile.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Which of the files that are at rest become the next window. */
final class WindowChoice {
  private final WatchPlan.Pace pace;

  WindowChoice(WatchPlan.Pace pace) {
    this.pace = pace;
  }

  /**
   * Chooses; in the order given. Files that failed are tried before others and without them, half
   * of those that failed together at a time, so that the bad one is found.
   *
   * @param ready files that are wanted
   * @return none only if there are none
   */
  List<Arrival> of(List<Arrival> ready) {
    OptionalInt least =
        ready.stream()
            .map(Arrival::failedWith)
            .filter(OptionalInt::isPresent)
            .mapToInt(OptionalInt::getAsInt)
            .min();
    if (least.isEmpty()) {
      return upTo(pace.mostFiles(), ready);
    }
    List<Arrival> suspects =
        ready.stream().filter(file -> file.failedWith().equals(least)).toList();
    return upTo(Math.max(1, Math.min(least.getAsInt() / 2, pace.mostFiles())), suspects);
  }

  private List<Arrival> upTo(int files, List<Arrival> from) {
    List<Arrival> chosen = new ArrayList<>();
    long bytes = 0;
    for (Arrival file : from) {
      if (chosen.size() == files || bytes >= pace.mostBytes()) {
        break;
      }
      chosen.add(file);
      bytes += file.bytes();
    }
    return List.copyOf(chosen);
  }
}
