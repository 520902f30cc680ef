package simile.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import simile.files.LocalFiles;

/** A process that puts a content under each path that it is told, and answers whether it won. */
final class PutRacer {
  private PutRacer() {}

  public static void main(String[] args) throws IOException {
    LocalFiles files = new LocalFiles(Path.of(args[0]));
    byte[] content = args[1].getBytes(StandardCharsets.UTF_8);
    System.out.println("ready");
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String path = in.readLine(); path != null; path = in.readLine()) {
      System.out.println(files.putIfAbsent(path, content));
    }
  }
}
