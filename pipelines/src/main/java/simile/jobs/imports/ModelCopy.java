package simile.jobs.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import simile.bundle.BundleException;
import simile.bundle.BundledFile;
import simile.bundle.open.OpenBundle;
import simile.files.HashedOutput;
import simile.files.Sha256;
import simile.files.StoreFiles;
import simile.files.StorePaths;

/**
 * Copies a bundle's models into a store, as bytes. A model keeps its name; where the store has
 * another one there, its hash becomes part of the name, so that none is overwritten. Copying again
 * changes nothing.
 */
final class ModelCopy {
  private static final int BUFFER_BYTES = 1 << 17;
  private static final int HASH_DIGITS = 16;

  private final StoreFiles store;

  ModelCopy(StoreFiles store) {
    this.store = store;
  }

  /**
   * @throws BundleException if a model is not what it was when the bundle was opened
   */
  void copy(OpenBundle bundle) throws IOException {
    TreeSet<String> folders = new TreeSet<>();
    for (BundledFile model : bundle.bundle().models()) {
      String path = free(model);
      if (store.size(path).isEmpty()) {
        write(bundle, model, path);
      }
      folders.add(StorePaths.folderOf(path));
    }
    store.syncFolders(List.copyOf(folders));
  }

  /** Its own name, unless another model has it. */
  private String free(BundledFile model) throws IOException {
    if (store.size(model.path()).isEmpty() || isThere(model, model.path())) {
      return model.path();
    }
    int dot = model.path().lastIndexOf('.');
    int end = dot > model.path().lastIndexOf('/') + 1 ? dot : model.path().length();
    String named =
        "%s-%s%s"
            .formatted(
                model.path().substring(0, end),
                model.sha256().substring(0, HASH_DIGITS),
                model.path().substring(end));
    if (store.size(named).isPresent() && !isThere(model, named)) {
      store.delete(named); // what a killed attempt left of it
    }
    return named;
  }

  private boolean isThere(BundledFile model, String path) throws IOException {
    return store.size(path).orElse(-1) == model.bytes() && hash(path).equals(model.sha256());
  }

  private void write(OpenBundle bundle, BundledFile model, String path) throws IOException {
    try (InputStream in = bundle.read(model.path());
        HashedOutput out = new HashedOutput(store.create(path), BUFFER_BYTES)) {
      in.transferTo(out);
      if (!out.finish().equals(model.sha256())) {
        BundleException changed =
            new BundleException("'%s' changed while it was copied".formatted(model.path()));
        store.delete(path);
        throw changed;
      }
    }
  }

  private String hash(String path) throws IOException {
    MessageDigest digest = Sha256.digest();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = Channels.newInputStream(store.open(path))) {
      for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
