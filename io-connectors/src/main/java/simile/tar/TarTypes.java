package simile.tar;

/** What headers that are refused stand for. */
final class TarTypes {
  private TarTypes() {}

  static String inWords(byte type) {
    return switch (type) {
      case '1' -> "a hard link";
      case '2' -> "a symbolic link";
      case '3', '4' -> "a device";
      case '6' -> "a pipe";
      case 'S' -> "a sparse file";
      case 'K' -> "a link with a long target";
      case 'g' -> "a global pax header";
      default -> "an entry of the unknown type %d".formatted(type & 0xff);
    };
  }
}
