package bakeoff.text;

import java.util.List;
import java.util.stream.Collectors;

/** Which epochs are reported, and why these. */
public final class EpochWords {

  private EpochWords() {}

  /**
   * {@code epoch 12 of 30, the best on 5,000 validation images; stopped early after 17}.
   *
   * @param reported an epoch a seed, from 1
   * @param chosen whether they were chosen; else they are the last
   * @param stopped of those seeds that early stopping ended, after which epoch
   * @param planned how many epochs there were to be
   * @param images of the validation part
   */
  public static String of(
      List<Integer> reported, boolean chosen, List<Integer> stopped, int planned, int images) {
    String which = (reported.size() == 1 ? "epoch " : "epochs ") + list(reported);
    String on = Digits.count(images, "validation image");
    String why = chosen ? ", the best on " + on : ", the last";
    String end =
        stopped.isEmpty()
            ? ""
            : "; stopped early" + (chosen ? " after " + list(stopped) : ", no better on " + on);
    return which + " of " + planned + why + end;
  }

  private static String list(List<Integer> epochs) {
    return epochs.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
