package simile.connectors;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import simile.files.DurableOutput;
import simile.files.LocalBuild;

/** A folder of any of Beam's file systems; as durable as that makes a closed file. */
final class BeamOutputFiles implements OutputFiles {
  private static final String PATTERN_SIGNS = "*?[]{}";

  private final ResourceId root;

  /**
   * @throws IllegalArgumentException if the name holds what file systems take for a pattern
   */
  BeamOutputFiles(ResourceId root) {
    this.root = root;
    if (root.toString().chars().anyMatch(c -> PATTERN_SIGNS.indexOf(c) >= 0)) {
      throw new IllegalArgumentException(
          "'%s' holds one of %s, which would be taken for a pattern; choose another name"
              .formatted(root, PATTERN_SIGNS));
    }
  }

  @Override
  public String root() {
    return root.toString();
  }

  @Override
  public DurableOutput create(String path) throws IOException {
    return new BeamOutput(file(path));
  }

  @Override
  public LocalBuild build(String path) throws IOException {
    return new CopiedBuild(file(path));
  }

  @Override
  public InputStream read(String path) throws IOException {
    return Channels.newInputStream(FileSystems.open(file(path)));
  }

  @Override
  public LocalCopy local(String path) throws IOException {
    return LocalCopy.of(file(path));
  }

  @Override
  public boolean exists(String path) throws IOException {
    return !match(file(path).toString()).isEmpty();
  }

  @Override
  public boolean isFolder(String path) throws IOException {
    return !list(path).isEmpty();
  }

  @Override
  public List<String> list(String folder) throws IOException {
    List<String> names = new ArrayList<>();
    ResourceId below = folder.isEmpty() ? root : folder(folder);
    for (MatchResult.Metadata found : match(below + "**")) {
      names.add(found.resourceId().toString().substring(root.toString().length()));
    }
    Collections.sort(names);
    return names;
  }

  @Override
  public void move(String from, String to) throws IOException {
    FileSystems.rename(List.of(file(from)), List.of(file(to)));
  }

  @Override
  public void replace(String path, byte[] content) throws IOException {
    try (OutputStream out =
        Channels.newOutputStream(FileSystems.create(file(path), "application/octet-stream"))) {
      out.write(content);
    }
  }

  @Override
  public void delete(String path) throws IOException {
    FileSystems.delete(List.of(file(path)), StandardMoveOptions.IGNORE_MISSING_FILES);
  }

  @Override
  public void removeIfEmpty() {
    // Most of Beam's file systems have no empty folders.
  }

  @Override
  public void sync(Collection<String> folders) {
    // Beam has no such call.
  }

  private static List<MatchResult.Metadata> match(String spec) throws IOException {
    return FileSystems.match(spec, EmptyMatchTreatment.ALLOW).metadata();
  }

  private ResourceId file(String path) {
    int slash = path.lastIndexOf('/');
    ResourceId parent = slash < 0 ? root : folder(path.substring(0, slash));
    return parent.resolve(path.substring(slash + 1), StandardResolveOptions.RESOLVE_FILE);
  }

  private ResourceId folder(String path) {
    ResourceId folder = root;
    for (String name : path.split("/", -1)) {
      folder = folder.resolve(name, StandardResolveOptions.RESOLVE_DIRECTORY);
    }
    return folder;
  }
}
