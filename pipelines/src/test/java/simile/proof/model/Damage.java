package simile.proof.model;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import simile.testkit.MemoryFiles;

/** Something that a disk or a person may do to a file of a store. */
enum Damage {
  BIT {
    @Override
    void strike(MemoryFiles files, String path, SplittableRandom random) throws IOException {
      byte[] bytes = files.read(path);
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      files.damage(path, bytes);
    }
  },
  CUT {
    @Override
    void strike(MemoryFiles files, String path, SplittableRandom random) throws IOException {
      byte[] bytes = files.read(path);
      files.damage(path, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
    }
  },
  LONGER {
    @Override
    void strike(MemoryFiles files, String path, SplittableRandom random) throws IOException {
      byte[] bytes = files.read(path);
      files.damage(path, Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(100)));
    }
  },
  ZEROES {
    @Override
    void strike(MemoryFiles files, String path, SplittableRandom random) throws IOException {
      byte[] bytes = files.read(path);
      int from = random.nextInt(bytes.length);
      Arrays.fill(bytes, from, Math.min(bytes.length, from + 64), (byte) 0);
      files.damage(path, bytes);
    }
  },
  REMOVED {
    @Override
    void strike(MemoryFiles files, String path, SplittableRandom random) {
      files.delete(path);
    }
  },
  /** Another file of the same kind, with all its bytes. */
  SWAPPED {
    @Override
    void strike(MemoryFiles files, String path, SplittableRandom random) throws IOException {
      List<String> like =
          files.paths().stream()
              .filter(p -> kind(p).equals(kind(path)) && !p.equals(path))
              .toList();
      if (!like.isEmpty()) {
        String other = like.get(random.nextInt(like.size()));
        byte[] bytes = files.read(other);
        files.damage(other, files.read(path));
        files.damage(path, bytes);
      }
    }
  };

  /** Damages a file; may change nothing, if it is told to write what was there. */
  abstract void strike(MemoryFiles files, String path, SplittableRandom random) throws IOException;

  /** What a path's file is, as far as its name says. */
  static String kind(String path) {
    if (path.startsWith("_log/")) {
      return path.startsWith("_log/checkpoint") ? "checkpoint" : "entry";
    }
    String name = path.substring(path.lastIndexOf('/') + 1);
    String folder =
        path.split("/", -1).length > 3 ? path.split("/", -1)[3] : path.split("/", -1)[0];
    return folder + name.substring(Math.max(0, name.indexOf('.')));
  }
}
