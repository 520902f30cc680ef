package simile.proof.schedules;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files for schedulers that ship, and the words of the commands in them, after the program. */
public final class ScheduleFiles {
  private static final Pattern SYSTEMD = Pattern.compile("(?m)^ExecStart=/opt/simile/simile (.+)$");
  private static final Pattern CRON =
      Pattern.compile("(?m)^\\d.* /opt/simile/runner-configs/scheduled (.+?) >>");

  private ScheduleFiles() {}

  /** A file or folder below {@code runner-configs}. */
  public static Path file(String name) {
    return Path.of(System.getProperty("simile.root"), "runner-configs", name);
  }

  /** Of each CronJob's container; its program must be the one that takes 4 and 5 for success. */
  public static List<List<String>> cronJobs() throws IOException {
    List<List<String>> commands = new ArrayList<>();
    for (String name : List.of("compact", "vacuum")) {
      Object job = yaml("kubernetes/" + name + ".yaml");
      Object container =
          at(job, "spec", "jobTemplate", "spec", "template", "spec", "containers", 0);
      if (!at(container, "command", 0).equals("/opt/simile/runner-configs/scheduled")) {
        throw new AssertionError("CronJob " + name + " runs " + at(container, "command"));
      }
      commands.add(strings(at(container, "args")));
    }
    return commands;
  }

  /** The arguments of the job that the Flink Kubernetes Operator submits. */
  public static List<String> sessionJob() throws IOException {
    return strings(at(yaml("kubernetes/ingest-job.yaml"), "spec", "job", "args"));
  }

  /** Of each service. */
  public static List<List<String>> systemd() throws IOException {
    List<List<String>> commands = new ArrayList<>();
    try (DirectoryStream<Path> services = Files.newDirectoryStream(file("systemd"), "*.service")) {
      for (Path service : services) {
        commands.addAll(found(SYSTEMD, service));
      }
    }
    return commands;
  }

  /** Of each line. */
  public static List<List<String>> cron() throws IOException {
    return found(CRON, file("cron/simile.cron"));
  }

  private static List<List<String>> found(Pattern pattern, Path file) throws IOException {
    Matcher matcher = pattern.matcher(Files.readString(file));
    return matcher.results().map(result -> List.of(result.group(1).split(" "))).toList();
  }

  private static Object yaml(String name) throws IOException {
    Yaml parser = new Yaml(new SafeConstructor(new LoaderOptions()));
    return parser.load(Files.readString(file(name)));
  }

  private static Object at(Object value, Object... path) {
    Object found = value;
    for (Object step : path) {
      found =
          step instanceof Integer index
              ? ((List<?>) found).get(index)
              : ((Map<?, ?>) found).get(step);
    }
    return found;
  }

  private static List<String> strings(Object list) {
    return ((List<?>) list).stream().map(String::valueOf).toList();
  }
}
