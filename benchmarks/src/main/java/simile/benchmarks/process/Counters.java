package simile.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What the system has counted of a process since its start.
 *
 * @param readBytes asked for by system calls, of files and sockets alike, wherever they came from
 *     ({@code rchar})
 * @param wroteBytes handed to system calls ({@code wchar})
 * @param fromDisk bytes that a disk had to read for it ({@code read_bytes})
 * @param toDisk bytes that it made the system write to a disk, now or later ({@code write_bytes})
 * @param cpuSeconds of all its threads, user and system time
 * @param peakBytes the most memory that was resident since its start, or since the peak was
 *     forgotten ({@code VmHWM})
 */
public record Counters(
    long readBytes,
    long wroteBytes,
    long fromDisk,
    long toDisk,
    double cpuSeconds,
    long peakBytes) {

  /** All 0 where there is no such process, or no {@code /proc}. */
  public static Counters of(long pid) {
    Path io = file(pid, "io");
    return new Counters(
        ProcFile.number(io, "rchar"),
        ProcFile.number(io, "wchar"),
        ProcFile.number(io, "read_bytes"),
        ProcFile.number(io, "write_bytes"),
        cpu(pid).toMillis() / 1e3,
        peakBytes(pid));
  }

  /** The most memory of a process that was resident; 0 if it is gone. */
  public static long peakBytes(long pid) {
    return ProcFile.number(file(pid, "status"), "VmHWM") * 1024;
  }

  /** From now on the peak is that of what comes. */
  public static void forgetPeak(long pid) throws IOException {
    Files.writeString(file(pid, "clear_refs"), "5");
  }

  /** What came after an earlier look; the peak stays. */
  public Counters since(Counters before) {
    return new Counters(
        readBytes - before.readBytes,
        wroteBytes - before.wroteBytes,
        fromDisk - before.fromDisk,
        toDisk - before.toDisk,
        cpuSeconds - before.cpuSeconds,
        peakBytes);
  }

  private static Duration cpu(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().totalCpuDuration())
        .orElse(Duration.ZERO);
  }

  private static Path file(long pid, String name) {
    return Path.of("/proc", Long.toString(pid), name);
  }
}
