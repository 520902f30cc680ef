package simile.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import simile.input.FileStamp;
import simile.input.InputOpener;
import simile.input.SourceFile;

/** A folder of input files, in memory. */
final class MemoryFolder implements InputOpener, Watcher.Places {
  private static final long serialVersionUID = 1L;

  private final TreeMap<String, String> files = new TreeMap<>();
  private final TreeMap<String, Integer> changes = new TreeMap<>();

  /** A file comes, or another comes in its place. */
  void put(String name, String... lines) {
    files.put(name, String.join("\n", lines) + "\n");
    changes.merge(name, 1, Integer::sum);
  }

  void remove(String name) {
    files.remove(name);
  }

  /** A record of the analogies. */
  static String record(String id) {
    return "{\"id\":\"%s\",\"source_domain\":\"a\",\"target_domain\":\"b\",\"quality_score\":0.5,\"concept_mappings\":{\"x\":\"y\"}}"
        .formatted(id);
  }

  SortedMap<String, String> files() {
    return files;
  }

  @Override
  public List<SourceFile> in(String place) {
    return files.keySet().stream()
        .map(name -> new SourceFile(place + "/" + name, stampOf(name)))
        .toList();
  }

  @Override
  public ReadableByteChannel open(String uri) throws FileNotFoundException {
    return Channels.newChannel(new ByteArrayInputStream(content(uri)));
  }

  @Override
  public FileStamp stamp(String uri) throws FileNotFoundException {
    byte[] unused = content(uri);
    return stampOf(name(uri));
  }

  private FileStamp stampOf(String name) {
    return new FileStamp(files.get(name).getBytes(UTF_8).length, "" + changes.get(name));
  }

  private byte[] content(String uri) throws FileNotFoundException {
    String content = files.get(name(uri));
    if (content == null) {
      throw new FileNotFoundException(uri);
    }
    return content.getBytes(UTF_8);
  }

  private static String name(String uri) {
    return uri.substring(uri.lastIndexOf('/') + 1);
  }
}
