package bakeoff.report;

import java.util.List;

/** A part of the report. A new one is a class here and a line in the list. */
interface Section {

  /** In the order of the page. */
  List<Section> ALL =
      List.of(
          new Headline(),
          new Trust(),
          new Leaderboard(),
          new Ablation(),
          new Next(),
          new Drawings(),
          new Published(Form.SHORT),
          new Claims(Form.SHORT),
          new Configurations(),
          new Classes(),
          new Confusion(),
          new FurtherMetrics(Form.SHORT),
          new Wrong(),
          new Footnotes());

  /** With its heading and a line feed at the end; empty if there is nothing to say. */
  String markdown(Comparison c);
}
