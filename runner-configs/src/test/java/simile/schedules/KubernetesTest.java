package simile.schedules;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The files in {@code kubernetes/} against the schemas that Flink's operator and Kubernetes
 * publish.
 */
class KubernetesTest {
  /** Objects whose keys are the user's own. */
  private static final Set<String> FREE =
      Set.of("labels", "flinkConfiguration", "requests", "limits");

  static List<Manifest> manifests() throws IOException {
    return Manifest.all();
  }

  @Test
  void allKindsAreThere() throws IOException {
    List<String> kinds = Manifest.all().stream().map(m -> m.value().path("kind").asText()).toList();
    assertThat(
        kinds, containsInAnyOrder("CronJob", "CronJob", "FlinkDeployment", "FlinkSessionJob"));
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void isWhatTheSchemaSays(Manifest manifest) throws IOException {
    assertThat(manifest.problems(), is(empty()));
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void isRefusedOnceAnyFieldIsMisspelt(Manifest manifest) throws IOException {
    List<JsonPointer> fields = new ArrayList<>();
    collect(manifest.value(), JsonPointer.empty(), fields);
    assertThat(fields.size(), greaterThan(10));
    for (JsonPointer field : fields) {
      JsonNode broken = manifest.value().deepCopy();
      ObjectNode parent = (ObjectNode) broken.at(field.head());
      String name = field.last().getMatchingProperty();
      parent.set(name + "x", parent.remove(name));
      assertThat(field.toString(), manifest.with(broken).problems(), is(not(empty())));
    }
  }

  private static void collect(JsonNode value, JsonPointer place, List<JsonPointer> fields) {
    for (var field : value.properties()) {
      JsonPointer at = place.appendProperty(field.getKey());
      fields.add(at);
      if (!FREE.contains(field.getKey())) {
        collect(field.getValue(), at, fields);
      }
    }
    for (int i = 0; i < value.size() && value.isArray(); i++) {
      collect(value.get(i), place.appendIndex(i), fields);
    }
  }

  @Test
  void wrongTypesAndWordsAreRefused() throws IOException {
    Manifest cluster = Manifest.read("flink-cluster.yaml");
    assertThat(
        replaced(cluster, "/spec", "flinkVersion", "1.19").problems(),
        contains(containsString("flinkVersion")));
    assertThat(
        replaced(cluster, "/spec/jobManager", "replicas", "one").problems(),
        contains(containsString("replicas")));
    assertThat(
        replaced(cluster, "/spec/flinkConfiguration", "taskmanager.numberOfTaskSlots", 1)
            .problems(),
        contains(containsString("numberOfTaskSlots")));
    assertThat(
        replaced(Manifest.read("ingest-job.yaml"), "/spec/job", "upgradeMode", "always").problems(),
        contains(containsString("upgradeMode")));
    Manifest job = Manifest.read("compact.yaml");
    String container = "/spec/jobTemplate/spec/template/spec/containers/0";
    assertThat(replaced(job, container, "args", "compact").problems(), is(not(empty())));
    assertThat(replaced(job, "/spec", "schedule", List.of(17)).problems(), is(not(empty())));
    assertThat(replaced(job, "", "apiVersion", "batch/v2").problems(), is(not(empty())));
  }

  @Test
  void cronJobsDoNotOverlapAndDoNotRepeatWhatCannotGetBetter() throws IOException {
    for (String name : List.of("compact.yaml", "vacuum.yaml")) {
      JsonNode spec = Manifest.read(name).value().path("spec");
      assertThat(spec.path("concurrencyPolicy").asText(), is("Forbid"));
      JsonNode pod = spec.at("/jobTemplate/spec/template/spec");
      assertThat(pod.path("restartPolicy").asText(), is("Never")); // a podFailurePolicy needs it
      JsonNode rule = spec.at("/jobTemplate/spec/podFailurePolicy/rules/1");
      assertThat(rule.path("action").asText(), is("FailJob"));
      assertThat(rule.at("/onExitCodes/values").toString(), is("[2,8]"));
      assertThat(rule.at("/onExitCodes/containerName"), is(pod.at("/containers/0/name")));
    }
  }

  @Test
  void flinkGetsTheFlagsThatAllOthersGet() throws IOException {
    Path flags = Path.of(System.getProperty("simile.root"), "runner-configs/java.flags");
    JsonNode all =
        Manifest.read("flink-cluster.yaml")
            .value()
            .path("spec")
            .path("flinkConfiguration")
            .path("env.java.opts.all");
    assertThat(List.of(all.asText().split(" ")), is(Files.readAllLines(flags)));
  }

  private static Manifest replaced(Manifest manifest, String place, String field, Object value) {
    JsonNode copy = manifest.value().deepCopy();
    ((ObjectNode) copy.at(place)).putPOJO(field, value);
    return manifest.with(new ObjectMapper().valueToTree(copy));
  }
}
