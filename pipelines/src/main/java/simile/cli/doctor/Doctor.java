package simile.cli.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs checks; one that breaks is a finding, not the end. */
public final class Doctor {

  private final List<Check> checks;

  public Doctor(List<Check> checks) {
    this.checks = List.copyOf(checks);
  }

  /**
   * What every machine needs.
   *
   * @param home the folder that holds the launcher; empty when run without it
   */
  public static Doctor standard(Optional<Path> home) {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    List<Check> checks = new ArrayList<>();
    checks.add(new JavaCheck());
    home.map(h -> h.resolve("runner-configs/java.flags"))
        .ifPresent(flags -> checks.add(new JavaFlagsCheck(flags)));
    checks.add(new MemoryCheck());
    checks.add(new SqliteCheck());
    checks.add(new ZstdCheck());
    checks.add(new TemporaryFolderCheck(temporary));
    checks.add(new DiskCheck("temporary space", temporary));
    checks.add(new FileDescriptorCheck());
    return new Doctor(checks);
  }

  /** These checks, and whether this store's file system can commit. */
  public Doctor with(String store, StoreProbe probe) {
    List<Check> more = new ArrayList<>(checks);
    more.add(new StoreCheck(store, probe));
    return new Doctor(more);
  }

  /** One finding for each check, in order. */
  public List<Finding> examine() {
    List<Finding> findings = new ArrayList<>();
    for (Check check : checks) {
      findings.add(examined(check));
    }
    return findings;
  }

  private static Finding examined(Check check) {
    try {
      return check.look();
    } catch (Exception | LinkageError e) {
      String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return Finding.fail(check.name(), message, "mend the cause, then run simile doctor again");
    }
  }
}
