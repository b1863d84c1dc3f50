package bakeoff.result;

/**
 * What the bits of a result rest on beside its content key.
 *
 * @param instructionSet the widest vector instructions of the processor, as {@code avx512_bf16}
 * @param semantics {@link bakeoff.spec.ContentKey#SEMANTICS} of the program that made it
 */
public record Provenance(
    String os,
    String architecture,
    String device,
    String instructionSet,
    String tensorflow,
    int semantics) {

  /** On a line, for people. */
  public String words() {
    return String.join(" ", os, architecture, device, instructionSet, "TensorFlow", tensorflow);
  }
}
