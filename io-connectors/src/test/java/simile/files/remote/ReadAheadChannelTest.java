package simile.files.remote;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReadAheadChannelTest {

  @Test
  void readsOfAnySizeAtAnyPlaceGiveTheFilesBytes() throws IOException {
    Bytes source = new Bytes(1_000_003);
    Random random = new Random(1);
    try (ReadAheadChannel channel = new ReadAheadChannel(source)) {
      for (int i = 0; i < 500; i++) {
        int at = random.nextInt(source.bytes.length);
        int length = 1 + random.nextInt(random.nextInt(10) == 0 ? 400_000 : 5_000);
        ByteBuffer into = ByteBuffer.allocate(length + 3).position(3);
        channel.position(at);
        for (int n = 0; into.hasRemaining() && n >= 0; ) {
          n = channel.read(into);
        }
        int found = into.position() - 3;
        assertThat(found, is(Math.min(length, source.bytes.length - at)));
        assertThat(
            Arrays.copyOfRange(into.array(), 3, 3 + found),
            equalTo(Arrays.copyOfRange(source.bytes, at, at + found)));
      }
    }
  }

  @Test
  void aLookTakesLittleAndGoingStraightOnTakesFewRequests() throws IOException {
    Bytes source = new Bytes(10_000_000);
    try (ReadAheadChannel channel = new ReadAheadChannel(source)) {
      int looked = channel.read(ByteBuffer.allocate(100));
      assertThat(looked, is(100));
      assertThat(source.read, is((long) ReadAheadChannel.FIRST_BYTES));
      for (int n = 0; n >= 0; ) {
        n = channel.read(ByteBuffer.allocate(1_000));
      }
      assertThat(source.requests, lessThan(90));
    }
    assertThat(source.isClosed, is(true));
  }

  @Test
  void aClosedChannelIsClosed() throws IOException {
    ReadAheadChannel channel = new ReadAheadChannel(new Bytes(10));
    channel.close();
    assertThrows(ClosedChannelException.class, () -> channel.read(ByteBuffer.allocate(1)));
    assertThrows(ClosedChannelException.class, channel::size);
  }

  private static final class Bytes implements RangeSource {
    private final byte[] bytes;
    private int requests;
    private long read;
    private boolean isClosed;

    Bytes(int size) {
      bytes = new byte[size];
      new Random(2).nextBytes(bytes);
    }

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public int read(long at, byte[] into, int offset, int most) {
      requests++;
      read += most;
      System.arraycopy(bytes, (int) at, into, offset, most);
      return most;
    }

    @Override
    public void close() {
      isClosed = true;
    }
  }
}
