package simile.proof.model;

/** The process is gone; an error, so that nothing handles it. */
final class Dead extends Error {
  private static final long serialVersionUID = 1L;
}
