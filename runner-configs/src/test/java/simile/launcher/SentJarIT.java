package simile.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import simile.cluster.ClusterAddress;
import simile.cluster.FlinkRest;
import simile.store.Store;
import simile.testkit.process.Launcher;
import simile.testkit.process.SessionCluster;
import simile.testkit.process.SharedCluster;

/**
 * The job jar, sent to Flink's REST interface, as docs/cluster.md says and Flink's operator does.
 */
@ExtendWith(SharedCluster.class)
class SentJarIT {
  private static final Path JAR =
      Launcher.project().resolve("runner-configs/flink-job/target/simile-flink-job.jar");

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;

  private static String master = "";
  private static String jar = "";

  @BeforeAll
  static void send(SessionCluster shared) throws Exception {
    master = shared.master();
    String border = "----simile";
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        """
        --%s\r
        Content-Disposition: form-data; name="jarfile"; filename="job.jar"\r
        Content-Type: application/x-java-archive\r
        \r
        """
            .formatted(border)
            .getBytes(UTF_8));
    body.writeBytes(Files.readAllBytes(JAR));
    body.writeBytes("\r\n--%s--\r\n".formatted(border).getBytes(UTF_8));
    HttpResponse<String> answer =
        post("/jars/upload", "multipart/form-data; boundary=" + border, body.toByteArray());
    assertThat(answer.body(), answer.statusCode(), is(200));
    String name = JSON.readTree(answer.body()).get("filename").textValue();
    jar = name.substring(name.lastIndexOf('/') + 1);
  }

  @Test
  void itsJobCommitsByItself() throws Exception {
    Path store = folder.resolve("store");
    HttpResponse<String> answer =
        run(store, "testdata/analogies/*.jsonl", "--runId=sent", "--flinkRest=" + master);
    assertThat(answer.body(), answer.statusCode(), is(200));
    Launcher.Ended watched = simile("workflows", "watch", "sent", "--interval", "0.2", store);
    assertThat(watched.err(), watched.exit(), is(0));
    assertThat(
        Store.open(store.toString()).log().byRun("sent").orElseThrow().counts().accepted(),
        is(244L));
    assertThat(simile("workflows", "show", "sent", store).out(), containsString(master));
  }

  @Test
  void whatIsWrongIsInTheAnswerAndEndsNoJobManager() throws Exception {
    Path store = folder.resolve("wrong");
    HttpResponse<String> answer =
        run(store, "testdata/no-such-file.jsonl", "--flinkRest=" + master);
    assertThat(answer.statusCode() / 100 > 3, is(true));
    assertThat(answer.body(), containsString("(exit code 2)"));
    assertThat(
        run(store, "testdata/analogies/*.jsonl").body(), containsString("needs --flinkRest"));
    assertThat(new FlinkRest(ClusterAddress.of(master)).slots().total() > 0, is(true));
  }

  private static HttpResponse<String> run(Path store, String input, String... more)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("--runner=FlinkRunner", "--attachedMode=false", "--store=" + store));
    words.add("--input=" + Launcher.project().resolve(input));
    words.addAll(List.of(more));
    JsonNode request = JSON.valueToTree(Map.of("programArgsList", words));
    return post("/jars/" + jar + "/run", "application/json", JSON.writeValueAsBytes(request));
  }

  private static HttpResponse<String> post(String path, String type, byte[] body)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create("http://" + master + path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static Launcher.Ended simile(Object... words) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < words.length - 1; i++) {
      all.add(words[i].toString());
    }
    all.addAll(List.of("--store", words[words.length - 1].toString()));
    return new Launcher(Launcher.project().resolve("simile"), folder)
        .run(all.toArray(String[]::new));
  }
}
