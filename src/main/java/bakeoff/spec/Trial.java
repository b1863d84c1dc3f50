package bakeoff.spec;

/** An experiment with one of its seeds: what is trained once. */
public record Trial(ExperimentFile file, int seed) {

  public Experiment experiment() {
    return file.experiment();
  }

  /** {@code folder/name/seed}, for people. */
  public String label() {
    return file.folder() + "/" + file.name() + "/" + seed;
  }

  public String key() {
    return ContentKey.of(experiment(), seed);
  }
}
