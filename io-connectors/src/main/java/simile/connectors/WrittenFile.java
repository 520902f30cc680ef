package simile.connectors;

import java.io.Serializable;
import org.apache.beam.sdk.coders.DefaultCoder;
import org.apache.beam.sdk.coders.SerializableCoder;

/**
 * A file that was written whole.
 *
 * @param path as Beam's file systems name it
 * @param records in it
 * @param bytes its size
 * @param sha256 64 hexadecimal digits, taken while it was written
 */
@DefaultCoder(SerializableCoder.class)
public record WrittenFile(String path, long records, long bytes, String sha256)
    implements Serializable {}
