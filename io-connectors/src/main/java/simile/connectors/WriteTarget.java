package simile.connectors;

import java.io.Serializable;
import java.util.UUID;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * Where files go, and how many.
 *
 * @param folder of any of Beam's file systems
 * @param prefix what names start with
 * @param shards writers at once
 * @param targetBytes at which a file is ended and the next begun
 */
record WriteTarget(String folder, String prefix, int shards, long targetBytes)
    implements Serializable {

  WriteTarget {
    if (shards < 1 || targetBytes < 1) {
      throw new IllegalArgumentException("shards and target bytes must be at least 1");
    }
    if (prefix.indexOf('/') >= 0 || prefix.indexOf('\\') >= 0) {
      throw new IllegalArgumentException(
          "a prefix is a part of a name, without folders: '%s'".formatted(prefix));
    }
  }

  static WriteTarget of(String folder, long targetBytes) {
    return new WriteTarget(folder, "part", 4, targetBytes);
  }

  WriteTarget withFolder(String newFolder) {
    return new WriteTarget(newFolder, prefix, shards, targetBytes);
  }

  WriteTarget withPrefix(String newPrefix) {
    return new WriteTarget(folder, newPrefix, shards, targetBytes);
  }

  WriteTarget withShards(int newShards) {
    return new WriteTarget(folder, prefix, newShards, targetBytes);
  }

  WriteTarget withTargetBytes(long newTargetBytes) {
    return new WriteTarget(folder, prefix, shards, newTargetBytes);
  }

  /** A name that no other file, nor another attempt at this one, has. */
  ResourceId newFile(int shard, String suffix) {
    String name = "%s-%05d-%s%s".formatted(prefix, shard, UUID.randomUUID(), suffix);
    return FileSystems.matchNewResource(folder, true)
        .resolve(name, StandardResolveOptions.RESOLVE_FILE);
  }
}
