package simile.cli.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.Zstd;
import java.util.Arrays;

/** Whether Zstandard's native library loads and works. */
final class ZstdCheck implements Check {

  @Override
  public String name() {
    return "zstd";
  }

  @Override
  public Finding look() {
    try {
      byte[] text = "heart : pump".repeat(20).getBytes(UTF_8);
      byte[] back = Zstd.decompress(Zstd.compress(text), text.length);
      return Arrays.equals(text, back)
          ? Finding.ok(name(), "Zstandard works")
          : broken("what it compresses does not come back");
    } catch (LinkageError | RuntimeException e) {
      return broken("the native library does not load: " + e.getMessage());
    }
  }

  private Finding broken(String found) {
    return Finding.fail(
        name(),
        found,
        "let the temporary folder execute files, or name another: "
            + "SIMILE_JAVA_OPTS=-DZstdTempFolder=FOLDER");
  }
}
