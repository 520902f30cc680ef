package simile.servers;

/** What a network or a server at fault does with a request. */
public enum Fault {
  /** Nothing: it is answered. */
  NONE,
  /** The connection breaks before the server has it. */
  LOST,
  /** The server does it; the connection breaks before the answer is there. */
  REPLY_LOST,
  /** The server does it; the answer comes after everybody has given up waiting. */
  REPLY_LATE,
  /** The server does it, and says that something went wrong. */
  DONE_AND_500,
  /** The server does nothing, and says that something went wrong. */
  STATUS_500,
  /** The server is busy. */
  STATUS_503,
  /** The answer's body breaks off amid. */
  CUT
}
