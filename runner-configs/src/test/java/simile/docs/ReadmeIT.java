package simile.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every marked command of the pages works, in their order, from a folder like the project's. */
class ReadmeIT {
  private static final String DOCUMENTED_STORE = "/tmp/store";
  private static final List<String> PAGES = List.of("README.md", "docs/open.md");

  /** Tools that are modules of Python. */
  private static final Set<String> MODULES = Set.of("numpy", "pandas");

  @TempDir static Path folder;

  private static Path project;

  @BeforeAll
  static void linkTheProject() throws IOException {
    project = Path.of(System.getProperty("simile.root"));
    for (String name : List.of("simile", "testdata")) {
      Files.createSymbolicLink(folder.resolve(name), project.resolve(name));
    }
    provideDuckDb();
  }

  /** Last on the path, so that a DuckDB that is installed wins. */
  private static void provideDuckDb() throws IOException {
    Path script = Files.createDirectories(folder.resolve("bin")).resolve("duckdb");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Files.writeString(
        script,
        "#!/bin/sh\nexec '%s' -cp '%s' %s \"$@\"\n"
            .formatted(java, System.getProperty("java.class.path"), DuckDbShell.class.getName()));
    assertThat(script.toFile().setExecutable(true), is(true));
  }

  /** Links first: what they lead to is not the test's to delete. */
  @AfterAll
  static void unlinkTheProject() throws IOException {
    Files.deleteIfExists(folder.resolve("simile"));
    Files.deleteIfExists(folder.resolve("testdata"));
  }

  @TestFactory
  Stream<DynamicTest> everyMarkedBlockWorks() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String page : PAGES) {
      for (ShellBlock block : ShellBlock.of(Files.readString(project.resolve(page)))) {
        tests.add(DynamicTest.dynamicTest(page + ":" + block.line(), () -> check(block)));
      }
    }
    return tests.stream();
  }

  private static void check(ShellBlock block) throws IOException, InterruptedException {
    if (block.tool().isPresent()) {
      String tool = block.tool().get();
      assumeTrue(shell(lookFor(tool)).exit() == 0, "skipped: " + tool + " is not installed");
    }
    String commands =
        block.commands().replace(DOCUMENTED_STORE, folder.resolve("store").toString());
    Ended ended = shell("set -e\n" + commands);
    assertThat(ended.said(), ended.exit(), is(0));
  }

  private static String lookFor(String tool) {
    return MODULES.contains(tool) ? "python3 -c 'import " + tool + "'" : "command -v " + tool;
  }

  private record Ended(int exit, String said) {}

  private static Ended shell(String commands) throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "block", ".out");
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", commands)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder
        .environment()
        .merge("PATH", folder.resolve("bin").toString(), (path, last) -> path + ":" + last);
    Process process = builder.start();
    process.getOutputStream().close();
    return new Ended(process.waitFor(), new String(Files.readAllBytes(output), UTF_8));
  }
}
