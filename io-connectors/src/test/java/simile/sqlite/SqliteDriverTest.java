package simile.sqlite;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.sqlite.JDBC;

final class SqliteDriverTest {

  /** As the next job in a task manager of Flink has one. */
  @Test
  void connectsInAClassLoaderThatCameLater() throws Exception {
    assertThat(DriverManager.drivers().toList(), is(not(empty()))); // looked for by now
    URL[] places =
        Stream.of(SqliteDriver.class, JDBC.class, Logger.class)
            .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
            .toArray(URL[]::new);
    try (JobLoader later = new JobLoader(places)) {
      Class<?> driver = later.loadClass(SqliteDriver.class.getName());
      Object opened =
          driver.getMethod("connect", String.class).invoke(null, "jdbc:sqlite::memory:");
      try (Connection database = (Connection) opened;
          Statement statement = database.createStatement();
          ResultSet row = statement.executeQuery("SELECT 42")) {
        assertThat(List.of(row.getInt(1)), is(List.of(42)));
      }
      assertThat("the driver, which stays for ever", later.has(JDBC.class.getName()), is(false));
    }
  }

  private static final class JobLoader extends URLClassLoader {
    JobLoader(URL[] places) {
      super(places, ClassLoader.getPlatformClassLoader());
    }

    boolean has(String name) {
      return findLoadedClass(name) != null;
    }
  }
}
