package simile.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import simile.files.StoreFiles;
import simile.files.StoreFilesOpener;
import simile.log.CommitLog;

/**
 * Processes that race for names, or for versions, in one store. Each is told a path and says
 * whether its put won it; told the path {@code commit RUN}, it commits that run and says which
 * version it became.
 */
public final class RacingProcesses implements Closeable {
  private static final String COMMIT = "commit ";

  private final List<Process> processes = new ArrayList<>();

  private RacingProcesses() {}

  /**
   * Starts them.
   *
   * @param location where the store is
   * @param properties system properties of theirs
   */
  public static RacingProcesses start(int count, String location, Map<String, String> properties)
      throws IOException {
    RacingProcesses race = new RacingProcesses();
    for (int i = 0; i < count; i++) {
      race.processes.add(start(location, "racer " + i, properties));
    }
    for (Process process : race.processes) {
      String line = line(process);
      if (!line.equals("ready")) {
        race.close();
        throw new IOException("a racer said: " + line);
      }
    }
    return race;
  }

  /** What they say to one path, in their order. */
  public List<String> tell(String path) throws IOException {
    return tellEach(processes.stream().map(process -> path).toList());
  }

  /** What they say to a path each. */
  public List<String> tellEach(List<String> paths) throws IOException {
    for (int i = 0; i < processes.size(); i++) {
      OutputStream out = processes.get(i).getOutputStream();
      out.write((paths.get(i) + "\n").getBytes(UTF_8));
      out.flush();
    }
    List<String> answers = new ArrayList<>();
    for (Process process : processes) {
      answers.add(line(process));
    }
    return answers;
  }

  @Override
  public void close() throws IOException {
    for (Process process : processes) {
      process.getOutputStream().close();
      process.destroy();
    }
  }

  private static Process start(String location, String content, Map<String, String> properties)
      throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-Xmx128m"));
    properties.forEach((name, value) -> words.add("-D" + name + "=" + value));
    words.addAll(List.of("-cp", System.getProperty("java.class.path")));
    words.addAll(List.of(RacingProcesses.class.getName(), location, content));
    return new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static String line(Process process) throws IOException {
    return String.valueOf(process.inputReader(UTF_8).readLine());
  }

  /** One of the processes. */
  public static void main(String[] args) throws IOException {
    StoreFiles files = StoreFilesOpener.fromClassPath().open(args[0]);
    CommitLog log = CommitLog.open(files);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
    out.println("ready");
    for (String path = in.readLine(); path != null; path = in.readLine()) {
      out.println(
          path.startsWith(COMMIT)
              ? String.valueOf(
                  log.append(Drafts.ingest(path.substring(COMMIT.length()))).commit().version())
              : String.valueOf(files.putIfAbsent(path, args[1].getBytes(UTF_8))));
    }
  }
}
