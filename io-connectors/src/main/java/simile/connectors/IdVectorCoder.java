package simile.connectors;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.CoderProvider;
import org.apache.beam.sdk.coders.CoderProviders;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.values.TypeDescriptor;

/** The id, the number of floats, and the floats, big-endian. */
public final class IdVectorCoder extends AtomicCoder<IdVector> {
  private static final long serialVersionUID = 1L;
  private static final IdVectorCoder INSTANCE = new IdVectorCoder();

  private IdVectorCoder() {}

  public static IdVectorCoder of() {
    return INSTANCE;
  }

  /** Found by {@code @DefaultCoder}. */
  public static CoderProvider getCoderProvider() {
    return CoderProviders.forCoder(TypeDescriptor.of(IdVector.class), INSTANCE);
  }

  @Override
  public void encode(IdVector value, OutputStream out) throws IOException {
    StringUtf8Coder.of().encode(value.id(), out);
    VarIntCoder.of().encode(value.vector().length, out);
    byte[] bytes = new byte[value.vector().length * Float.BYTES];
    ByteBuffer.wrap(bytes).asFloatBuffer().put(value.vector());
    out.write(bytes);
  }

  @Override
  public IdVector decode(InputStream in) throws IOException {
    String id = StringUtf8Coder.of().decode(in);
    byte[] bytes = new byte[VarIntCoder.of().decode(in) * Float.BYTES];
    new DataInputStream(in).readFully(bytes);
    float[] vector = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(vector);
    return new IdVector(id, vector);
  }

  @Override
  public boolean consistentWithEquals() {
    return true;
  }
}
