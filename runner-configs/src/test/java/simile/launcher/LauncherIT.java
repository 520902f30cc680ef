package simile.launcher;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simile.testkit.process.Launcher;

/** The launcher of this project, with the app that this build made. */
class LauncherIT {
  @TempDir Path folder;

  private Launcher launcher() {
    return new Launcher(Launcher.project().resolve("simile"), folder);
  }

  @Test
  void showsHelp() throws Exception {
    Launcher.Ended ended = launcher().run("--help");
    assertThat(ended.err(), is(emptyString()));
    assertThat(ended.exit(), is(0));
    assertThat(ended.out(), containsString("Usage: simile"));
  }

  @Test
  void unknownCommandIsTwo() throws Exception {
    Launcher.Ended ended = launcher().run("docter");
    assertThat(ended.exit(), is(2));
    assertThat(ended.err(), containsString("did you mean doctor?"));
    assertThat(ended.out(), is(emptyString()));
  }

  @Test
  void runsThroughSymbolicLinksFromAnyFolder() throws Exception {
    Path there = Files.createDirectories(folder.resolve("with a space"));
    Files.createSymbolicLink(there.resolve("first"), Launcher.project().resolve("simile"));
    Path link = Files.createSymbolicLink(folder.resolve("second"), Path.of("with a space/first"));
    assertThat(new Launcher(link, there).run("--version").exit(), is(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "doctor", "completion"})
  void quickCommandsLoadNoBeam(String command) throws Exception {
    Path classes = folder.resolve("classes");
    launcher().with("SIMILE_JAVA_OPTS", "-Xlog:class+load:file=" + classes).run(command);
    String loaded = Files.readString(classes);
    assertThat(loaded, containsString("simile.cli.Main"));
    assertThat(loaded, not(containsString("org.apache.beam")));
    assertThat(loaded, not(containsString("org.apache.flink")));
  }

  @Test
  void quickCommandsUseTheClassDataArchive() throws Exception {
    Path classes = folder.resolve("classes");
    launcher().with("SIMILE_JAVA_OPTS", "-Xlog:class+load:file=" + classes).run("--help");
    List<String> own =
        Files.readAllLines(classes).stream().filter(l -> l.contains("simile.cli.Cli ")).toList();
    assertThat(own.toString(), containsString("shared objects file (top)"));
  }

  @Test
  void outputIsUtf8WhateverTheLocale() throws Exception {
    Launcher.Ended ended = launcher().with("LC_ALL", "C").run("doctor", "--fromat", "\u00fc\u5fc3");
    assertThat(ended.err(), containsString("--fromat"));
    assertThat(ended.err(), containsString("\u00fc\u5fc3"));
  }

  @Test
  void ingestsThenAnswers() throws Exception {
    String store = folder.resolve("store").toString();
    String input = Launcher.project().resolve("testdata/analogies/*.jsonl").toString();
    Launcher.Ended ingest =
        launcher().run("ingest", "--store", store, "--input", input, "--format", "json");
    assertThat(ingest.err(), ingest.exit(), is(0));
    assertThat(ingest.out(), containsString("\"records_accepted\" : 244"));
    Path classes = folder.resolve("classes");
    Launcher quick = launcher().with("SIMILE_JAVA_OPTS", "-Xlog:class+load:file=" + classes);
    Launcher.Ended query = quick.run("query", "--store", store, "--format", "jsonl");
    assertThat(query.out().lines().count(), is(244L));
    assertThat(Files.readString(classes), not(containsString("org.apache.beam")));
    Launcher.Ended history = quick.run("history", "--store", store, "--format", "json");
    assertThat(history.out(), containsString("\"version\":1,\"operation\":\"ingest\""));
    assertThat(Files.readString(classes), not(containsString("org.apache.beam")));
    for (String command : List.of("inspect", "contexts list", "workflows list")) {
      String[] words = (command + " --store " + store).split(" ", -1);
      assertThat(quick.run(words).exit(), is(0));
      assertThat(Files.readString(classes), not(containsString("org.apache.beam")));
    }
    quick.run("validate", input);
    assertThat(Files.readString(classes), not(containsString("org.apache.beam")));
  }

  @Test
  void ownJarsAndFoldersComeAfterTheApp() throws Exception {
    Path own = Files.createDirectories(folder.resolve("own folder"));
    Path services = Files.createDirectories(own.resolve("META-INF/services"));
    Files.writeString(services.resolve("simile.contract.rule.RecordRule"), "no.such.Rule");
    String input = Launcher.project().resolve("testdata/analogies/*.jsonl").toString();
    String missing = folder.resolve("missing.jar").toString();
    Launcher harmless = launcher().with("SIMILE_CLASSPATH", missing);
    assertThat(harmless.run("validate", input).exit(), is(0));
    Launcher asked = launcher().with("SIMILE_CLASSPATH", missing + ":" + own);
    assertThat(asked.run("validate", input).err(), containsString("no.such.Rule"));
  }

  @Test
  void missingJavaIsSixAndSaysWhatToDo() throws Exception {
    Launcher.Ended ended = launcher().with("JAVA_HOME", "/no/java").run("--help");
    assertThat(ended.exit(), is(6));
    assertThat(ended.err(), containsString("JAVA_HOME=/no/java"));
  }
}
