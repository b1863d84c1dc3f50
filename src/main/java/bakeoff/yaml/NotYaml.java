package bakeoff.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Why a text is not YAML, and where: the parser's reasons, in words about what was written. */
record NotYaml(int line, int column, String message, @Nullable String hint) {

  /**
   * @param at the token that was read last, for a reason without a place of its own
   */
  static NotYaml of(JsonProcessingException e, JsonLocation at) {
    if (e.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
      return of(marked);
    }
    return new NotYaml(
        at.getLineNr(),
        at.getColumnNr(),
        String.valueOf(e.getOriginalMessage()).startsWith("Expected a field name")
            ? "a key has to be a word, not a list or a map"
            : "not YAML",
        null);
  }

  private static NotYaml of(MarkedYAMLException e) {
    String problem = String.valueOf(e.getProblem());
    String context = String.valueOf(e.getContext());
    Mark at = e.getProblemMark();
    Mark begin = e.getContextMark() == null ? at : e.getContextMark();
    if (problem.contains("TAB")) {
      return at(at, "a tab", "indent with spaces; YAML refuses tabs");
    }
    if (context.contains("quoted scalar")) {
      return problem.contains("end of stream")
          ? at(begin, "a quote that is not closed", null)
          : at(at, "not YAML: " + problem, "in '…' nothing is escaped, and ' is written twice");
    }
    if (context.contains("flow mapping")) {
      return at(begin, "`{` without its `}`", "or a comma is missing in it");
    }
    if (context.contains("flow sequence")) {
      return at(begin, "`[` without its `]`", "or a comma is missing in it");
    }
    if (problem.contains("<block end>")) {
      return at(
          at,
          "not indented like what stands before it",
          "the keys of a map begin in the same column, and so do the dashes of a list");
    }
    if (problem.contains("mapping values are not allowed")) {
      return at(
          at,
          "a `:` that has no place here",
          "here or in the line before: indented too far, a `:` too many, or no space behind one");
    }
    if (problem.contains("could not find expected ':'")) {
      return at(
          begin,
          "neither `key: value` nor `- member`",
          "a space stands behind the `:` and behind the `-`");
    }
    if (problem.contains("cannot start any token")) {
      return at(at, "a value cannot begin with this character", "put the value in quotes");
    }
    if (problem.contains("found '<stream end>'")) {
      return at(at, "the end, where a value should be", null);
    }
    return at(
        at, "not YAML: " + problem.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]", " "), null);
  }

  /** Its marks count from 0. */
  private static NotYaml at(Mark mark, String message, @Nullable String hint) {
    return new NotYaml(mark.getLine() + 1, mark.getColumn() + 1, message, hint);
  }
}
