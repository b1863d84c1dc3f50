package bakeoff.spec;

import bakeoff.schedule.ValidationFigures;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;

/**
 * When what happens in a training: its steps, counted from 0, in phases and in epochs, which are
 * passes over the training images and not bound to phases.
 */
public final class Timetable {

  /** So that 0.1 x 30 steps, a little more than 3 in binary, are 3. */
  private static final double ROUNDING = 1e-6;

  private final List<Phase> phases;
  private final long images;
  private final long stepImages;
  private final long stepsPerEpoch;
  private final long[] starts;

  /**
   * @param images of a pass
   * @param stepImages images of a step, but for the last one of a pass
   * @param dropLast whether a pass leaves out images that do not fill a step
   */
  public Timetable(List<Phase> phases, long images, long stepImages, boolean dropLast) {
    this.phases = List.copyOf(phases);
    this.stepImages = stepImages;
    boolean drops = dropLast && images > stepImages;
    this.images = drops ? images - images % stepImages : images;
    this.stepsPerEpoch = (this.images + stepImages - 1) / stepImages;
    this.starts = new long[phases.size() + 1];
    double end = 0; // before it is rounded up, so that 2.5 and 7.5 epochs are ten
    for (int i = 0; i < phases.size(); i++) {
      end += steps(phases.get(i));
      starts[i + 1] = Math.max(starts[i] + 1, (long) Math.ceil(end - ROUNDING));
    }
  }

  static Timetable of(Experiment experiment) {
    Training training = experiment.training();
    return new Timetable(
        training.phases(), experiment.learningImages(), training.stepImages(), training.dropLast());
  }

  private double steps(Phase phase) {
    Double epochs = phase.epochs();
    Integer steps = phase.steps();
    return steps != null ? steps : epochs == null ? 0 : epochs * stepsPerEpoch;
  }

  public long steps() {
    return starts[phases.size()];
  }

  /** Of a whole pass. */
  public long stepsPerEpoch() {
    return stepsPerEpoch;
  }

  /** Passes over the images, the last perhaps a part of one. */
  public int epochs() {
    return (int) Math.min(Integer.MAX_VALUE, (steps() + stepsPerEpoch - 1) / stepsPerEpoch);
  }

  /** Steps of an epoch, from 0. */
  public int stepsOf(int epoch) {
    return Math.toIntExact(Math.min(stepsPerEpoch, steps() - epoch * stepsPerEpoch));
  }

  /** Images of an epoch, from 0. */
  public int imagesOf(int epoch) {
    return Math.toIntExact(Math.min(images, stepsOf(epoch) * stepImages));
  }

  /** How many images are shown before a step. */
  public long imagesBefore(long step) {
    long within = Math.min(images, step % stepsPerEpoch * stepImages);
    return step / stepsPerEpoch * images + within;
  }

  /** The steps that show so many images from the start of training. */
  public long stepsOver(long shown) {
    return shown / images * stepsPerEpoch + (shown % images + stepImages - 1) / stepImages;
  }

  public int phases() {
    return phases.size();
  }

  /** The phase of a step, from 0; steps after the end are the last's. */
  public int phaseOf(long step) {
    int phase = 0;
    while (phase < phases.size() - 1 && step >= starts[phase + 1]) {
      phase++;
    }
    return phase;
  }

  /** Where nothing is known of validation images. */
  public double rate(long step) {
    return rate(step, phase -> List.of());
  }

  /**
   * The learning rate of a step.
   *
   * @param seen what came of the validation images after each epoch that ended in a phase, from 0
   */
  public double rate(long step, IntFunction<List<ValidationFigures>> seen) {
    int phase = phaseOf(step);
    long last = starts[phase + 1] - starts[phase] - 1;
    long done = step - starts[phase];
    double progress = last == 0 ? 0 : done / (double) last;
    return phases.get(phase).learningRate().at(progress, () -> seen.apply(phase));
  }

  /** The phases, from 0, in which a weight does not learn. */
  public BitSet frozen(String weight) {
    BitSet frozen = new BitSet();
    for (int i = 0; i < phases.size(); i++) {
      frozen.set(i, WeightNames.matches(weight, phases.get(i).freeze()));
    }
    return frozen;
  }

  /** How many steps before this one changed a weight that these phases freeze. */
  public long learntBefore(long step, BitSet frozen) {
    int current = phaseOf(step);
    long learnt = frozen.get(current) ? 0 : step - starts[current];
    for (int i = 0; i < current; i++) {
      learnt += frozen.get(i) ? 0 : starts[i + 1] - starts[i];
    }
    return learnt;
  }
}
