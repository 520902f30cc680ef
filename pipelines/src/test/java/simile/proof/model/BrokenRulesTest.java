package simile.proof.model;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import simile.files.OutcomeUnknownException;
import simile.files.StoreFiles;
import simile.testkit.ForwardingFiles;

/**
 * The model test is red where a rule is broken: each test here breaks one, and asks that the
 * histories that pass in a sound store fail.
 */
class BrokenRulesTest {
  private static final int HISTORIES = 15;
  private static final int STEPS = 20;

  @Test
  void soundStorePassesTheseHistories() {
    assertThat(firstFailure(() -> new MemoryWorld(false)), equalTo(""));
  }

  @Test
  void earlierLineOfARunThatWinsIsFound() {
    String failure = firstFailure(world(UnaryOperator.identity(), EarlierLineWins::new));
    assertThat(failure, containsString("these steps fail"));
  }

  @Test
  void compactionThatMakesItsRowsNewIsFound() {
    String failure = firstFailure(world(UnaryOperator.identity(), FreshRows::new));
    assertThat(failure, containsString("Compact"));
  }

  @Test
  void deletingWhatMayBeCommittedIsFound() {
    assertThat(firstFailure(world(KeepsOnUnknown::new, o -> o)), equalTo(""));
    String failure = firstFailure(world(DeletesOnUnknown::new, o -> o));
    assertThat(failure, not(equalTo("")));
  }

  private static Supplier<World> world(
      UnaryOperator<StoreFiles> storage, UnaryOperator<Operations> behaviour) {
    return () -> new MemoryWorld(false, storage, behaviour);
  }

  private static String firstFailure(Supplier<World> worlds) {
    for (long seed = 1; seed <= HISTORIES; seed++) {
      Optional<String> failure = History.of(seed, STEPS).failure(worlds);
      if (failure.isPresent()) {
        return failure.get();
      }
    }
    return "";
  }

  /** Breaks the order within a run. */
  private static final class EarlierLineWins extends ForwardingOperations {
    EarlierLineWins(Operations operations) {
      super(operations);
    }

    @Override
    public void ingest(String run, Step.Ingest ingest) throws IOException {
      List<Line> lines = new ArrayList<>(ingest.lines());
      Collections.reverse(lines);
      super.ingest(run, new Step.Ingest(lines, ingest.split()));
    }
  }

  /** Breaks the order of commits: a compaction writes its rows as if they were new. */
  private static final class FreshRows extends ForwardingOperations {
    FreshRows(Operations operations) {
      super(operations);
    }

    @Override
    public void compact(String run, boolean full, Meanwhile meanwhile) throws IOException {
      List<Line> live = new ArrayList<>(Inspection.lines(open()));
      meanwhile.happen();
      if (!live.isEmpty()) {
        super.ingest(run, new Step.Ingest(live, false));
      }
    }
  }

  /** Every third put of an entry is applied, and its answer lost. */
  private static class KeepsOnUnknown extends ForwardingFiles {
    private int puts;

    KeepsOnUnknown(StoreFiles files) {
      super(files);
    }

    @Override
    public boolean putIfAbsent(String path, byte[] content) throws IOException {
      boolean created = files.putIfAbsent(path, content);
      if (path.startsWith("_log/0") && ++puts % 3 == 0) {
        lost();
        throw new OutcomeUnknownException("no answer", new IOException("reset"));
      }
      return created;
    }

    void lost() throws IOException {}
  }

  /** Tidies up after a put whose outcome is unknown, as if it had failed. */
  private static final class DeletesOnUnknown extends KeepsOnUnknown {
    private final List<String> written = new ArrayList<>();

    DeletesOnUnknown(StoreFiles files) {
      super(files);
    }

    @Override
    public simile.files.DurableOutput create(String path) throws IOException {
      written.add(path);
      return super.create(path);
    }

    @Override
    void lost() throws IOException {
      for (String path : written) {
        files.delete(path);
      }
    }
  }
}
