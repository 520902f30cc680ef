package simile.cli.doctor;

/** Looks at one thing. */
public interface Check {

  /** The name of what it looks at. */
  String name();

  /** Looks. Whatever it throws counts as a failure. */
  Finding look() throws Exception;
}
