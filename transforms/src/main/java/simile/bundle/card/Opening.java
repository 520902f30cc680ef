package simile.bundle.card;

/** Commands that open a bundle, to be run in its folder. */
final class Opening {
  private Opening() {}

  static String records(String collection) {
    return """
        ```sh
        cat data/%1$s/*.jsonl | jq -c .
        duckdb -c "SELECT count(*) FROM read_json('data/%1$s/*.jsonl')"
        ```
        ```python
        import glob, pandas
        records = pandas.concat(pandas.read_json(part, lines=True) for part in sorted(glob.glob("data/%1$s/*.jsonl")))
        ```
        """
        .formatted(collection);
  }

  static String vectors(String collection) {
    return """
        ```python
        import numpy
        vectors = numpy.load("embeddings/%s.npz", allow_pickle=False)
        vectors["ids"], vectors["embeddings"]
        ```
        """
        .formatted(collection);
  }

  static String simile() {
    return """
        ```sh
        simile import --store STORE --input .
        ```
        """;
  }
}
