package simile.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The jar that clusters get. */
class JobJarIT {
  private static final Path FILE =
      Path.of(
          System.getProperty("simile.root"),
          "runner-configs/flink-job/target/simile-flink-job.jar");
  private static final long MEGABYTE = 1_000_000;

  private static JarFile jar;

  @BeforeAll
  static void open() throws IOException {
    jar = new JarFile(FILE.toFile());
  }

  @AfterAll
  static void close() throws IOException {
    jar.close();
  }

  @Test
  void isSmallEnoughToBeSentWithEveryRun() throws IOException {
    assertThat(Files.size(FILE) / MEGABYTE, lessThan(120L));
  }

  @Test
  void hasNothingThatTheClusterHas() {
    assertThat(
        names("org/apache/(flink|hadoop)/.*|org/slf4j/.*|org/apache/(logging|log4j)/.*"),
        is(empty()));
    assertThat(names("META-INF/services/org\\.slf4j\\..*"), is(empty()));
  }

  @Test
  void hasTheJobsAndTheirRunner() {
    assertThat(
        names(".*\\.class"),
        hasItems(
            "simile/jobs/IngestMain.class", "org/apache/beam/runners/flink/FlinkRunner.class"));
  }

  @Test
  void servicesOfAllJarsAreMerged() throws IOException {
    assertThat(service("org.apache.beam.sdk.runners.PipelineRunnerRegistrar"), hasItem(flink()));
    assertThat(
        service("org.apache.beam.sdk.io.FileSystemRegistrar"),
        hasItem("org.apache.beam.sdk.io.LocalFileSystemRegistrar"));
    assertThat(service("java.sql.Driver"), hasItem("org.sqlite.JDBC"));
    assertThat(
        service("simile.files.StoreFilesProvider"),
        hasItems("simile.files.hdfs.HdfsFilesProvider", "simile.files.s3.S3FilesProvider"));
  }

  @Test
  void beamChecksOnlyFlinksOptions() throws IOException {
    assertThat(
        service("org.apache.beam.sdk.options.PipelineOptionsRegistrar"),
        is(List.of("org.apache.beam.runners.flink.FlinkRunnerRegistrar$Options")));
  }

  @Test
  void nativesAreForLinuxWithGlibcAndForMacs() {
    Pattern wanted = Pattern.compile(".*(x86_64|amd64|aarch64|aarch_64).*");
    Pattern unwanted =
        Pattern.compile("(?i).*(windows|\\bwin/|freebsd|sunos|android|musl|ppc|riscv).*");
    List<String> odd =
        names(".*\\.(so|dll|dylib|jnilib)").stream()
            .filter(name -> !wanted.matcher(name).matches() || unwanted.matcher(name).matches())
            .toList();
    assertThat(odd, is(empty()));
    assertThat(names(".*Linux/x86_64/libsqlitejdbc\\.so").size(), is(1));
    assertThat(names(".*Linux/aarch64/libsqlitejdbc\\.so").size(), is(1));
  }

  @Test
  void noSignatureOfAnotherJarIsLeft() {
    assertThat(names("META-INF/[^/]*\\.(SF|DSA|RSA)"), is(empty()));
  }

  private static String flink() {
    return "org.apache.beam.runners.flink.FlinkRunnerRegistrar$Runner";
  }

  private static List<String> names(String pattern) {
    return jar.stream().map(ZipEntry::getName).filter(name -> name.matches(pattern)).toList();
  }

  private static List<String> service(String name) throws IOException {
    ZipEntry entry = jar.getEntry("META-INF/services/" + name);
    return new String(jar.getInputStream(entry).readAllBytes(), UTF_8).lines().toList();
  }
}
