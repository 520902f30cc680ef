package simile.benchmarks.plain;

/** A finished file, as the manifest names it. */
record Written(String path, long rows, long bytes, String sha256) {

  String toJson() {
    return "{\"path\":\"%s\",\"rows\":%d,\"bytes\":%d,\"sha256\":\"%s\"}"
        .formatted(path, rows, bytes, sha256);
  }
}
