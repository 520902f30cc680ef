package simile.schedules;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.models.V1CronJob;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A file of {@code kubernetes/}, against what Kubernetes and Flink's operator publish of its kind.
 */
record Manifest(String name, JsonNode value) {
  private static final Path FOLDER =
      Path.of(System.getProperty("simile.root"), "runner-configs/kubernetes");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final StructuralSchema DEPLOYMENT = schema("flinkdeployments");
  private static final StructuralSchema SESSION_JOB = schema("flinksessionjobs");

  static Manifest read(String name) throws IOException {
    return new Manifest(name, tree(Files.readString(FOLDER.resolve(name))));
  }

  /** All that are there. */
  static List<Manifest> all() throws IOException {
    List<Manifest> all = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(FOLDER, "*.yaml")) {
      for (Path file : files) {
        all.add(read(file.getFileName().toString()));
      }
    }
    return all;
  }

  Manifest with(JsonNode other) {
    return new Manifest(name, other);
  }

  /** What is wrong with it; empty if nothing is. */
  List<String> problems() throws IOException {
    return switch (value.path("kind").asText()) {
      case "CronJob" -> cronJob();
      case "FlinkDeployment" -> custom(DEPLOYMENT);
      case "FlinkSessionJob" -> custom(SESSION_JOB);
      default -> List.of("kind is " + value.path("kind"));
    };
  }

  /**
   * Names of fields from Kubernetes' own model, types from the pods that the operator describes.
   */
  private List<String> cronJob() throws IOException {
    List<String> problems = new ArrayList<>();
    if (!value.path("apiVersion").asText().equals("batch/v1")) {
      problems.add("apiVersion is " + value.path("apiVersion"));
    }
    try {
      V1CronJob.validateJsonElement(gson(value));
    } catch (IllegalArgumentException | IllegalStateException e) {
      problems.add(e.getMessage());
    }
    JsonNode pod = value.at("/spec/jobTemplate/spec/template/spec");
    problems.addAll(DEPLOYMENT.at("spec", "podTemplate", "spec").problems(pod));
    return problems;
  }

  private List<String> custom(StructuralSchema schema) throws IOException {
    List<String> problems = new ArrayList<>();
    if (!value.path("apiVersion").asText().equals("flink.apache.org/v1beta1")) {
      problems.add("apiVersion is " + value.path("apiVersion"));
    }
    try {
      V1ObjectMeta.validateJsonElement(gson(value.path("metadata")));
    } catch (IllegalArgumentException | IllegalStateException e) {
      problems.add(e.getMessage());
    }
    problems.addAll(schema.at("spec").problems(value.path("spec")));
    return problems;
  }

  /** As the operator's own jar has it. */
  private static StructuralSchema schema(String plural) {
    String resource = "/META-INF/fabric8/" + plural + ".flink.apache.org-v1.yml";
    try (InputStream in = Manifest.class.getResourceAsStream(resource)) {
      JsonNode definition = tree(new String(in.readAllBytes(), UTF_8));
      return new StructuralSchema(definition.at("/spec/versions/0/schema/openAPIV3Schema"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonElement gson(JsonNode value) {
    return JsonParser.parseString(value.toString());
  }

  private static JsonNode tree(String yaml) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    Object loaded = new Yaml(new SafeConstructor(options)).load(yaml);
    return JSON.valueToTree(loaded);
  }
}
