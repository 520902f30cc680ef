package simile.verify;

import java.io.IOException;
import java.util.OptionalLong;
import simile.files.FileHash;
import simile.files.StoreFiles;
import simile.segment.DataFile;

/** Compares a file with what the log says of it. */
final class FileCheck {
  private static final int DIGITS = 12;

  private final StoreFiles files;
  private final Findings findings;
  private final boolean hash;

  FileCheck(StoreFiles files, Findings findings, boolean hash) {
    this.files = files;
    this.findings = findings;
    this.hash = hash;
  }

  /** Whether the file is sound, as far as it was asked to look. */
  boolean isSound(DataFile file) {
    findings.files.increment();
    try {
      return hasSize(file) && (!hash || hasContent(file));
    } catch (IOException e) {
      findings.add(FindingKind.UNREADABLE, file, "cannot be read: " + e.getMessage());
      return false;
    }
  }

  private boolean hasSize(DataFile file) throws IOException {
    OptionalLong size = files.size(file.path());
    if (size.isEmpty()) {
      findings.add(
          FindingKind.MISSING, file, "is missing; expected %d bytes".formatted(file.bytes()));
      return false;
    }
    if (size.getAsLong() != file.bytes()) {
      findings.add(
          FindingKind.SIZE,
          file,
          "has %d bytes; expected %d".formatted(size.getAsLong(), file.bytes()));
      return false;
    }
    return true;
  }

  private boolean hasContent(DataFile file) throws IOException {
    String found = FileHash.of(files, file.path());
    findings.bytes.add(file.bytes());
    if (!found.equals(file.sha256())) {
      findings.add(
          FindingKind.CONTENT,
          file,
          "has other bytes than were written: SHA-256 %s…, expected %s…"
              .formatted(found.substring(0, DIGITS), file.sha256().substring(0, DIGITS)));
      return false;
    }
    return true;
  }
}
