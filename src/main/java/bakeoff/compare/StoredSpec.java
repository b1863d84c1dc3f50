package bakeoff.compare;

import bakeoff.spec.ContentKey;
import bakeoff.yaml.ExperimentReader;
import com.fasterxml.jackson.databind.JsonNode;

/** The experiment's text in a result. */
final class StoredSpec {

  private StoredSpec() {}

  /** As this version writes it, with the defaults it has got since; one it can't read as it is. */
  static JsonNode renewed(JsonNode spec) {
    try {
      return ContentKey.resolved(ExperimentReader.parse(spec.toString()));
    } catch (IllegalArgumentException e) {
      return spec;
    }
  }
}
