package bakeoff.spec;

import bakeoff.loss.Loss;
import bakeoff.optimizer.Optimizer;
import bakeoff.schedule.Monitor;
import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.NotEmpty;
import bakeoff.schema.Range;
import bakeoff.schema.Synonyms;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Doc("How the network learns; images are reshuffled every epoch.")
public record Training(
    @Doc(value = "Images a step; the last step of an epoch takes what is left.", example = "4")
        @Range(min = 1, max = 65_536)
        @Synonyms({"batch", "bs"})
        int batchSize,
    @Doc("Whether an epoch leaves out images at its end that do not fill a step.")
        @Default("false")
        @Synonyms({"drop_remainder"})
        boolean dropLast,
    @Doc(
            "Batches a step: it takes the mean gradient of all their images, as one batch so many times"
                + " as large would, but for batch norm.")
        @Default("1")
        @Range(min = 1, max = 4096)
        @Synonyms({"accumulate_grad_batches", "gradient_accumulation_steps"})
        int accumulate,
    @Doc("What training makes small.")
        @Default("cross_entropy")
        @Synonyms({"criterion", "loss_function", "loss_fn"})
        Loss loss,
    @Doc(value = "How gradients change weights.", example = "{sgd: {momentum: 0.9}}")
        @Synonyms({"optim"})
        Optimizer optimizer,
    @Doc("Weights that learn otherwise than the rest: at another rate, or without weight decay.")
        @Default("[]")
        @Synonyms({"param_groups", "params"})
        List<ParameterGroup> parameterGroups,
    @Doc(
            "The longest that the gradient of all learning weights together may be, before weight decay;"
                + " a longer one is scaled down.")
        @Range(above = 0)
        @Synonyms({"clip_grad_norm", "gradient_clip_val", "global_clipnorm", "max_grad_norm"})
        @Nullable Double clipNorm,
    @Doc(
            "Test and validation images are scored with running means of the weights; none if not given.")
        @Synonyms({"ema_decay", "use_ema", "model_ema"})
        @Nullable Ema ema,
    @Doc("Slow weights that follow the weights; none if not given.") @Nullable Lookahead lookahead,
    @Doc(
            "Which versions of each image the final test shows (with `best_epoch`, the test of that epoch's"
                + " weights); their outputs are averaged. Tests after other epochs show the image alone.")
        @Default("none")
        @Synonyms({"tta"})
        TestViews testTimeAugmentation,
    @Doc(value = "One after the other.", example = "[{epochs: 2, learning_rate: 0.001}]")
        @NotEmpty
        @Synonyms({"schedule", "stages"})
        List<Phase> phases,
    @Doc(
            "When training ends before its phases do; never if not given. It takes a `validation` part.")
        @Synonyms({"early_stop"})
        @Nullable EarlyStopping earlyStopping,
    @Doc(
            "The epoch whose weights are tested, kept and exported: the best by this figure of the"
                + " `validation` part, the first of equals; the last epoch if not given.")
        @Synonyms({"restore_best_weights", "save_best_only", "checkpoint_metric"})
        @Nullable Monitor bestEpoch,
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
    parameterGroups = List.copyOf(parameterGroups);
    phases = List.copyOf(phases);
  }

  /** Images of a step. */
  public int stepImages() {
    return batchSize * accumulate;
  }

  /** The first group that a weight of that name fits; null if it fits none. */
  public @Nullable ParameterGroup groupOf(String weight) {
    return parameterGroups.stream().filter(group -> group.holds(weight)).findFirst().orElse(null);
  }
}
