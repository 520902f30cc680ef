package simile.launcher;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.testkit.process.Launcher;

/** When and how the launcher builds: a copy of it, in a project whose Maven is a script. */
class LauncherBuildIT {
  @TempDir Path folder;

  private Path project;
  private Path source;
  private Path app;

  @BeforeEach
  void makeProject() throws IOException {
    project = Files.createDirectories(folder.resolve("a project"));
    app = project.resolve("runner-configs/target/app");
    source = project.resolve("pipelines/src/main/java/Source.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, "");
    Files.writeString(project.resolve("pom.xml"), "");
    Files.writeString(project.resolve("pipelines/pom.xml"), "");
    Files.createDirectories(project.resolve("runner-configs"));
    Files.copy(
        Launcher.project().resolve("runner-configs/java.flags"),
        project.resolve("runner-configs/java.flags"));
    Files.copy(Launcher.project().resolve("simile"), project.resolve("simile"));
    executable(project.resolve("simile"));
    mavenThat("exit 0");
  }

  @Test
  void buildsOnFirstUseAndThenNoMore() throws Exception {
    Launcher.Ended first = launcher().run("--version");
    assertThat(first.exit(), is(0));
    assertThat(
        first.err(),
        allOf(containsString("first use"), containsString("[1/1] a module of the tests")));
    assertThat(launcher().run("--version").err(), is(emptyString()));
    assertThat(builds(), is(1L));
  }

  @Test
  void changedSourceIsBuiltAgain() throws Exception {
    launcher().run("--version");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
    assertThat(launcher().run("--version").err(), containsString("sources changed"));
    assertThat(builds(), is(2L));
  }

  @Test
  void jobJarIsBuiltWhereAClusterIsNamedAndOnlyThen() throws Exception {
    launcher().run("--version");
    launcher().run("ingest", "--help");
    launcher().run("query", "--help", "--", "--flink-master");
    assertThat(builds(), is(1L));
    assertThat(
        launcher().run("ingest", "--flink-master", "h:1", "--help").err(),
        containsString("building the job jar"));
    launcher().run("ingest", "--flink-master=h:1", "--help");
    launcher().with("SIMILE_FLINK_MASTER", "h:1").run("compact", "--help");
    assertThat(builds(), is(2L));
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
    launcher().with("SIMILE_FLINK_MASTER", "h:1").run("query", "--help");
    assertThat(builds(), is(3L));
    launcher().with("SIMILE_FLINK_MASTER", "h:1").run("compact", "--help");
    assertThat(builds(), is(5L)); // the source is newer than any build
  }

  @Test
  void failedBuildIsSixShowsItsEndAndIsTriedAgain() throws Exception {
    mavenThat("echo '[ERROR] no disk'; exit 7");
    Launcher.Ended ended = launcher().run("--version");
    assertThat(ended.exit(), is(6));
    assertThat(ended.err(), containsString("[ERROR] no disk"));
    assertThat(ended.err(), containsString("build.log"));
    mavenThat("exit 0");
    assertThat(launcher().run("--version").exit(), is(0));
  }

  @Test
  void ofTwoAtOnceOneBuilds() throws Exception {
    Launcher.Running one = launcher().start("--version");
    Launcher.Running other = launcher().start("--version");
    assertThat(one.await().exit(), is(0));
    assertThat(other.await().exit(), is(0));
    assertThat(builds(), is(1L));
  }

  @Test
  void lockOfADeadProcessIsTakenOver() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Path lock = Files.createDirectories(project.resolve("runner-configs/target/launcher/lock"));
    Files.writeString(lock.resolve("pid"), dead.pid() + "\n");
    assertThat(launcher().run("--version").exit(), is(0));
    assertThat(Files.exists(lock), is(false));
  }

  @Test
  void staleClassDataArchiveDoesNoHarm() throws Exception {
    launcher().run("--version");
    String java = Files.readString(project.resolve("runner-configs/target/launcher/java")).strip();
    Files.writeString(app.resolve("simile.jsa"), "not an archive");
    Files.writeString(app.resolve("simile.jsa.for"), java + " " + app.toRealPath() + "\n");
    Launcher.Ended ended = launcher().run("--version");
    assertThat(ended.exit(), is(0));
    assertThat(ended.err(), is(emptyString()));
    assertThat(ended.out(), containsString("simile"));
  }

  @Test
  void movedProjectGetsAClassDataArchiveOfItsOwn() throws Exception {
    Path archives = folder.resolve("archives");
    String home =
        javaThat(
            """
            [ "$1" = -version ] && echo 'openjdk version "17.0.1"' >&2
            for word; do
              case $word in -XX:ArchiveClassesAtExit=*) echo archive | tee -a '%s' >"${word#*=}" ;; esac
            done
            """
                .formatted(archives));
    launcher().with("JAVA_HOME", home).run("--version");
    Files.delete(app.resolve("simile.jsa"));
    launcher().with("JAVA_HOME", home).run("--version");
    launcher().with("JAVA_HOME", home).run("--version");
    assertThat(Files.readAllLines(archives).size(), is(1));
    project = Files.move(project, folder.resolve("moved"));
    launcher().with("JAVA_HOME", home).run("--version");
    launcher().with("JAVA_HOME", home).run("--version");
    assertThat(Files.readAllLines(archives).size(), is(2));
    assertThat(builds(), is(1L));
  }

  @Test
  void javaThatIsTooOldIsSixAndSaysWhatToDo() throws Exception {
    String home = javaThat("echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");
    Launcher.Ended ended = launcher().with("JAVA_HOME", home).run("--version");
    assertThat(ended.exit(), is(6));
    assertThat(ended.err(), allOf(containsString("version 11"), containsString("JDK 17")));
    assertThat(builds(), is(0L));
  }

  @Test
  void pipelinesGetTheirFlagsAndQuickCommandsASmallHeap() throws Exception {
    String home =
        javaThat(
            "[ \"$1\" = -version ] && echo 'openjdk version \"17.0.1\"' >&2"
                + " || printf '%s\\n' \"$@\"");
    String flags = "@" + project.toRealPath() + "/runner-configs/java.flags";
    assertThat(
        launcher().with("JAVA_HOME", home).run("ingest", "--input", "a b").out().lines().toList(),
        hasItems(flags, "-Xmx2g", "--input", "a b"));
    assertThat(
        launcher().with("JAVA_HOME", home).run("query").out().lines().toList(),
        allOf(hasItems("-Xmx256m", "-XX:+UseSerialGC"), not(hasItem(flags))));
  }

  private Launcher launcher() {
    return new Launcher(project.resolve("simile"), folder)
        .with("PATH", folder + ":" + System.getenv("PATH"));
  }

  /** Makes a JDK whose Java does this, and returns its home. */
  private String javaThat(String does) throws IOException {
    Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\n" + does + "\n");
    executable(java);
    return folder.resolve("jdk").toString();
  }

  /** Puts a Maven on the path that "builds" the app of the real project, then does this. */
  private void mavenThat(String end) throws IOException {
    Path real = Launcher.project().resolve("runner-configs/target/app");
    Path job = project.resolve("runner-configs/flink-job/target");
    Path maven = folder.resolve("mvn");
    Files.writeString(
        maven,
        String.join(
            "\n",
            "#!/bin/sh",
            "echo built >>'" + folder.resolve("builds") + "'",
            "echo '[INFO] Building Simile: a module of the tests 0.1.0-SNAPSHOT   [1/1]'",
            "case \"$*\" in *flink-job*) mkdir -p '"
                + job
                + "'; echo jar >'"
                + job
                + "/simile-flink-job.jar';; esac",
            "mkdir -p '" + app + "'",
            "[ -e '"
                + app
                + "/core' ] || ln -s '"
                + real
                + "/core' '"
                + real
                + "/engine' '"
                + app
                + "'",
            "cp '" + real + "/core.path' '" + real + "/engine.path' '" + app + "'",
            // Empty: as after a failure to make one, which takes half a minute.
            ": >'" + app + "/simile.jsa'",
            end,
            ""));
    executable(maven);
  }

  private long builds() throws IOException {
    Path builds = folder.resolve("builds");
    return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
