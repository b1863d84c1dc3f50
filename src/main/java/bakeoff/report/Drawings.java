package bakeoff.report;

/** The figures. */
final class Drawings implements Section {

  @Override
  public String markdown(Comparison c) {
    StringBuilder text = new StringBuilder();
    for (Drawing drawing : c.drawings()) {
      text.append(text.isEmpty() ? "## Figures\n\n" : "\n");
      text.append("![")
          .append(Markdown.text(drawing.title()))
          .append("](")
          .append(drawing.path())
          .append(")\n");
    }
    return text.toString();
  }
}
