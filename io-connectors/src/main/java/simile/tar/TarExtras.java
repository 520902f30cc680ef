package simile.tar;

import java.util.Optional;
import simile.files.StorePaths;

/** What extended headers say of the file that follows them. */
final class TarExtras {
  private static final String HERE = "./";

  private Optional<String> longName = Optional.empty();
  private Optional<PaxRecords> pax = Optional.empty();

  /** Takes the content of an extended header. */
  void take(byte type, byte[] content) throws TarFormatException {
    if (type == TarBlock.PAX ? pax.isPresent() : longName.isPresent()) {
      throw new TarFormatException("two headers of one kind for one file");
    }
    if (type == TarBlock.PAX) {
      pax = Optional.of(PaxRecords.parse(content));
    } else {
      int end = content.length > 0 && content[content.length - 1] == 0 ? 1 : 0;
      longName = Optional.of(TarBlock.utf8(content, 0, content.length - end));
    }
  }

  boolean isEmpty() {
    return longName.isEmpty() && pax.isEmpty();
  }

  void clear() {
    longName = Optional.empty();
    pax = Optional.empty();
  }

  long size(TarBlock block) throws TarFormatException {
    return pax.isPresent() ? pax.get().size().orElse(block.size()) : block.size();
  }

  String fileName(TarBlock block) throws TarFormatException {
    return inside(withoutHere(given(block)));
  }

  /** The name of a folder; empty for the root. */
  String folderName(TarBlock block) throws TarFormatException {
    String name = withoutHere(given(block));
    String bare = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    return bare.isEmpty() || bare.equals(".") ? "" : inside(bare);
  }

  private String given(TarBlock block) throws TarFormatException {
    Optional<String> extended = pax.flatMap(PaxRecords::path);
    if (extended.isPresent() && longName.isPresent()) {
      throw new TarFormatException(
          "a file with two names, '%s' and '%s'"
              .formatted(shown(extended.get()), shown(longName.get())));
    }
    if (extended.isPresent()) {
      return extended.get();
    }
    return longName.isPresent() ? longName.get() : block.name();
  }

  private static String withoutHere(String name) {
    return name.startsWith(HERE) ? name.substring(HERE.length()) : name;
  }

  private static String inside(String name) throws TarFormatException {
    if (!StorePaths.isInside(name)) {
      throw new TarFormatException(
          "the unsafe name '%s'; expected names joined by /, none of them empty, '.' or '..'"
              .formatted(shown(name)));
    }
    return name;
  }

  /** For messages: no control characters, and not endless. */
  static String shown(String name) {
    String plain = name.replaceAll("\\p{Cntrl}", "?");
    return plain.length() > 120 ? plain.substring(0, 120) + "…" : plain;
  }
}
