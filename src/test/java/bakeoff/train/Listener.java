package bakeoff.train;

import bakeoff.result.EpochRow;
import java.util.ArrayList;
import java.util.List;

/** An observer that writes down what it hears, and may stop the training after some steps. */
public final class Listener implements Observer {

  public final List<EpochRow> rows = new ArrayList<>();
  public final List<String> notes = new ArrayList<>();
  public int tested;
  private int stepsLeft;

  private Listener(int stepsLeft) {
    this.stepsLeft = stepsLeft;
  }

  public static Listener patient() {
    return new Listener(Integer.MAX_VALUE);
  }

  public static Listener stopsAfter(int steps) {
    return new Listener(steps);
  }

  @Override
  public void progress(Moment moment) {}

  @Override
  public void epoch(EpochRow row, int epochs) {
    rows.add(row);
  }

  @Override
  public void note(String text) {
    notes.add(text);
  }

  @Override
  public void testing() {
    tested++;
  }

  @Override
  public boolean shouldStop() {
    return --stepsLeft <= 0;
  }
}
