package simile.jobs;

import java.io.FileNotFoundException;
import java.io.IOException;
import simile.backup.DamagedFileException;
import simile.contract.ContractException;
import simile.delete.IdListException;
import simile.files.UnsupportedStoreException;
import simile.foreign.ForeignFileException;
import simile.input.InputException;
import simile.keys.CorruptKeyFileException;
import simile.log.CommitConflictException;
import simile.log.CommitUnknownException;
import simile.log.CorruptLogException;
import simile.log.NoSuchVersionException;
import simile.merge.CorruptRowException;
import simile.store.StoreNotFoundException;

/** What a process says when it ends. The numbers are documented and never change. */
public enum ExitCode {
  /** It is done. */
  DONE(0),
  /** Anything that no other code names. */
  FAILED(1),
  /** The arguments are wrong. */
  USAGE(2),
  /**
   * The input broke its contract more often than allowed; nothing was committed but the audit. Of a
   * dry run: so it would be.
   */
  GATE(3),
  /** There was nothing to do. */
  NOTHING(4),
  /** Another writer was faster, or holds what is needed. */
  CONFLICT(5),
  /** Java, a disk, a permission, the network. */
  ENVIRONMENT(6),
  /** A check found files that nothing needs, and nothing worse. */
  ORPHANS(7),
  /** What the store holds is not what its log says, or the log itself is damaged. */
  DAMAGED(8);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  /** What a failure means, for the command line and for a job's own main alike. */
  public static ExitCode of(Throwable thrown) {
    if (isWrongUse(thrown)) {
      return USAGE;
    }
    if (thrown instanceof CommitConflictException) {
      return CONFLICT;
    }
    if (thrown instanceof CommitUnknownException) {
      return FAILED;
    }
    if (isDamage(thrown)) {
      return DAMAGED;
    }
    // What is left of IOException is the machine's: full, forbidden, changed.
    return thrown instanceof IOException
            || thrown instanceof LeftRunningException
            || thrown instanceof OutOfMemoryError
        ? ENVIRONMENT
        : FAILED;
  }

  /** Whether neither asking differently nor asking again helps, but a repair or a backup. */
  private static boolean isDamage(Throwable thrown) {
    return thrown instanceof CorruptLogException
        || thrown instanceof CorruptKeyFileException
        || thrown instanceof CorruptRowException
        || thrown instanceof DamagedFileException;
  }

  /** Whether asking differently helps. */
  public static boolean isWrongUse(Throwable thrown) {
    return thrown instanceof RefusedException
        || thrown instanceof IllegalArgumentException
        || thrown instanceof ContractException
        || thrown instanceof IdListException
        || (thrown instanceof InputException input && input.isDamage())
        || thrown instanceof ForeignFileException
        || thrown instanceof NoSuchVersionException
        || thrown instanceof StoreNotFoundException
        || thrown instanceof UnsupportedStoreException
        || thrown instanceof FileNotFoundException;
  }
}
