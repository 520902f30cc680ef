package simile.docs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShellBlockTest {
  @Test
  void findsMarkedBlocksOnly() {
    String page =
        """
        <!-- run -->
        ```sh
        a
        b
        ```
        ```sh
        not this
        ```
        <!-- run: jq -->
        ```sh
        c
        ```
        """;
    assertThat(
        ShellBlock.of(page),
        contains(
            new ShellBlock(Optional.empty(), 3, "a\nb"),
            new ShellBlock(Optional.of("jq"), 11, "c")));
  }
}
