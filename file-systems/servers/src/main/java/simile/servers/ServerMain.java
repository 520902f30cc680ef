package simile.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;

/**
 * {@code ServerMain HDFS|S3|COUNTED_S3 FOLDER}: a server in a process of its own, which keeps its
 * files in a folder. Says what its locations begin with, a variable of the environment a line
 * ({@code NAME=VALUE}), and {@code ready}. Then answers each line with what was asked of it since
 * the last, a line such as {@code GET=3 LIST=1}, until its input ends.
 */
public final class ServerMain {
  private ServerMain() {}

  public static void main(String[] args) throws IOException {
    Served served = ServedKind.valueOf(args[0]).start(Path.of(args[1]));
    System.out.println(served.root());
    served.environment().forEach((name, value) -> System.out.println(name + "=" + value));
    System.out.println("ready");
    BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    while (questions.readLine() != null) {
      System.out.println(served.requests().get().toString().replaceAll("[{},]", ""));
    }
    System.exit(0); // its threads would go on
  }
}
