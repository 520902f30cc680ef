package simile.contract.rule;

import java.util.regex.Pattern;

/** The ids of the rules that every contract has. Rules across fields bring names of their own. */
public final class RuleIds {
  public static final String SYNTAX = "json.syntax";
  public static final String NOT_OBJECT = "json.not-object";
  public static final String TRAILING_TEXT = "json.trailing-text";
  public static final String DEPTH = "json.depth";
  public static final String DUPLICATE_KEY = "json.duplicate-key";
  public static final String LIMIT = "json.limit";
  public static final String UTF8 = "utf8.invalid";
  public static final String LONE_SURROGATE = "text.lone-surrogate";
  public static final String NUL = "text.nul";
  public static final String REQUIRED = "field.required";
  public static final String TYPE = "field.type";
  public static final String MINIMUM = "field.minimum";
  public static final String MAXIMUM = "field.maximum";
  public static final String MIN_LENGTH = "field.min-length";
  public static final String MAX_LENGTH = "field.max-length";
  public static final String PATTERN = "field.pattern";
  public static final String FORMAT = "field.format";
  public static final String VALUES = "field.values";
  public static final String DIMENSION = "embedding.dimension";
  public static final String NOT_FINITE = "embedding.not-finite";

  private static final Pattern RESERVED =
      Pattern.compile("(json|line|utf8|text|field|embedding|import|store)\\..*");

  private RuleIds() {}

  /** Whether a rule across fields must not be called so. */
  public static boolean isReserved(String name) {
    return RESERVED.matcher(name).matches();
  }

  /** A line that is longer than the run allows. */
  public static final String LINE_TOO_LONG = "line.too-long";
}
