package simile.files.s3;

import java.io.IOException;
import java.net.URI;
import simile.files.StoreFiles;
import simile.files.StoreFilesProvider;

/** Serves {@code s3:} URIs. Knows no class of the AWS SDK, so that to look for it costs nothing. */
public final class S3FilesProvider implements StoreFilesProvider {

  @Override
  public String scheme() {
    return "s3";
  }

  @Override
  public StoreFiles open(URI root) throws IOException {
    return S3Opener.open(root);
  }
}
