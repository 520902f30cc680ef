package simile.benchmarks;

/**
 * One run of one contestant.
 *
 * @param seconds wall time of the whole process
 * @param cpuSeconds user and system time of the process and its children
 * @param peakBytes the most resident memory of its largest process
 * @param syncSeconds how long the system then took to bring to disk what the contestant had not
 * @param bytes size of everything that it wrote
 * @param notes the last line of its standard output where it tells its stages, else empty
 */
record Measurement(
    double seconds,
    double cpuSeconds,
    long peakBytes,
    double syncSeconds,
    long bytes,
    String notes) {}
