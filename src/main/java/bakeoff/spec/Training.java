package bakeoff.spec;

import bakeoff.optimizer.Optimizer;
import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.NotEmpty;
import bakeoff.schema.Range;
import bakeoff.schema.Synonyms;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Doc("How the network learns: softmax cross-entropy, images reshuffled every epoch.")
public record Training(
    @Doc(value = "Images a step; the last step of an epoch takes what is left.", example = "4")
        @Range(min = 1, max = 65_536)
        @Synonyms({"batch", "bs"})
        int batchSize,
    @Doc(value = "How gradients change weights.", example = "{sgd: {momentum: 0.9}}")
        @Synonyms({"optim"})
        Optimizer optimizer,
    @Doc(value = "One after the other.", example = "[{epochs: 2, learning_rate: 0.001}]")
        @NotEmpty
        @Synonyms({"schedule", "stages"})
        List<Phase> phases,
    @Doc(
            "Threads the trial computes with. One and two give different bits, so the default follows"
                + " from the network and the batch size, never from the machine.")
        @Range(min = 1, max = 256)
        @Nullable Integer threads,
    @Doc(
            "What convolutions and dense layers compute in; bfloat16 takes a CPU with instructions for"
                + " it (avx512_bf16).")
        @Default("float32")
        @Synonyms({"dtype", "mixed_precision"})
        Precision precision) {

  public Training {
    phases = List.copyOf(phases);
  }

  public int epochs() {
    return phases.stream().mapToInt(Phase::epochs).sum();
  }
}
