package simile.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What runs give on the Direct runner, on local disk, where nothing goes wrong. */
final class Expectations {
  private record Key(Work work, Path input) {}

  private final Path folder;
  private final Map<Key, Contents> known = new HashMap<>();

  Expectations(Path folder) {
    this.folder = folder;
  }

  /** Of a work on a site's input. */
  Contents of(Site site, Work work) throws IOException {
    Key key = new Key(work, site.input());
    Contents found = known.get(key);
    if (found == null) {
      found = direct(site, work);
      known.put(key, found);
    }
    return found;
  }

  private Contents direct(Site site, Work work) throws IOException {
    String store =
        folder.resolve("direct-" + work.text() + "-" + site.input().getFileName()).toString();
    for (List<String> before : work.before(site.input(), site.again())) {
      site.done(before, store);
    }
    site.done(work.command(site.input(), "direct"), store);
    return Contents.of(store, "direct");
  }
}
