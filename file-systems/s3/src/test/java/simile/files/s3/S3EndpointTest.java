package simile.files.s3;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import simile.files.UnsupportedStoreException;

class S3EndpointTest {
  private static final String S3 = "http://127.0.0.1:9000";
  private static final String ALL = "https://all.example:8443";

  @Test
  void theOneOfS3GoesBeforeTheOneOfAllServices() throws IOException {
    Map<String, String> both = Map.of("AWS_ENDPOINT_URL_S3", S3, "AWS_ENDPOINT_URL", ALL);
    assertThat(find(Map.of(), both), equalTo(Optional.of(URI.create(S3))));
    assertThat(
        find(Map.of(), Map.of("AWS_ENDPOINT_URL", ALL)), equalTo(Optional.of(URI.create(ALL))));
    assertThat(find(Map.of("aws.endpointUrl", ALL), both), equalTo(Optional.of(URI.create(ALL))));
    assertThat(find(Map.of(), Map.of("AWS_ENDPOINT_URL_S3", " ")), is(Optional.empty()));
  }

  @Test
  void onlyAmazonsOwnNamesHaveOneForEachBucket() {
    assertThat(S3Endpoint.isPathStyle(URI.create(S3)), is(true));
    assertThat(S3Endpoint.isPathStyle(URI.create("http://localhost:9000")), is(true));
    assertThat(S3Endpoint.isPathStyle(URI.create("https://s3.eu-west-1.amazonaws.com")), is(false));
  }

  @Test
  void whatIsNoUrlIsRefusedWithoutRepeatingIt() {
    for (String text : new String[] {"secret-host", "http://me:secret@host", "http://se cret"}) {
      UnsupportedStoreException e =
          assertThrows(
              UnsupportedStoreException.class,
              () -> find(Map.of(), Map.of("AWS_ENDPOINT_URL", text)));
      assertThat(e.getMessage(), not(containsString("ret-host")));
      assertThat(e.getMessage(), not(containsString("secret")));
    }
  }

  private static Optional<URI> find(Map<String, String> properties, Map<String, String> environment)
      throws IOException {
    return new S3Endpoint(properties::get, environment).find();
  }
}
