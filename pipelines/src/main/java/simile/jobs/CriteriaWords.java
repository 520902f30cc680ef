package simile.jobs;

import java.util.ArrayList;
import java.util.List;
import simile.query.Criteria;

/**
 * Criteria as options of a command line, each one word, so that a value may begin with a hyphen.
 */
public final class CriteriaWords {
  private CriteriaWords() {}

  /** The options that ask for them again. */
  public static List<String> of(Criteria criteria) {
    List<String> words = new ArrayList<>();
    criteria.ids().forEach(value -> put(words, "--id", value));
    criteria.domains().forEach(value -> put(words, "--domain", value));
    criteria.sourceDomains().forEach(value -> put(words, "--source-domain", value));
    criteria.targetDomains().forEach(value -> put(words, "--target-domain", value));
    criteria.minQuality().ifPresent(q -> put(words, "--min-quality", Double.toString(q)));
    criteria.maxQuality().ifPresent(q -> put(words, "--max-quality", Double.toString(q)));
    criteria.qualityBelow().ifPresent(q -> put(words, "--quality-below", Double.toString(q)));
    criteria.createdAfter().ifPresent(t -> put(words, "--created-after", t.toString()));
    criteria.createdBefore().ifPresent(t -> put(words, "--created-before", t.toString()));
    criteria.tags().forEach(value -> put(words, "--tag", value));
    criteria.frameTypes().forEach(value -> put(words, "--frame-type", value));
    return words;
  }

  private static void put(List<String> words, String option, String value) {
    words.add(option + "=" + value);
  }
}
