package simile.contract.expression;

/** An expression that does not parse, or that does not fit the fields. */
public final class ExpressionException extends Exception {
  private static final long serialVersionUID = 1;

  public ExpressionException(String message) {
    super(message);
  }
}
