package bakeoff.chance;

/** What a draw is for; its number is part of the address, so constants keep theirs for ever. */
public enum Purpose {
  INITIAL_WEIGHTS(1),
  SHUFFLE(2),
  TRAIN_AUGMENTATION(3),
  TEST_AUGMENTATION(4),
  DROPOUT(5),
  SHAPES(6),
  SUBSET(16),
  VALIDATION(17);

  private final long number;

  Purpose(long number) {
    this.number = number;
  }

  long number() {
    return number;
  }
}
