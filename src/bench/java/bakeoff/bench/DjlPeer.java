package bakeoff.bench;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import bakeoff.layer.ActivationFunction;
import bakeoff.layer.Conv2d;
import bakeoff.layer.Dense;
import bakeoff.layer.Flatten;
import bakeoff.layer.Layer;
import bakeoff.layer.MaxPool2d;
import bakeoff.spec.Experiment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** DJL's own training loop over libtorch. */
final class DjlPeer {

  private static final int CLASSES = 10;

  private DjlPeer() {}

  private record Batch(NDArray images, NDArray labels) {}

  /**
   * Arguments: the resolved experiment, the folder of prepared images. Threads are the engine's
   * system properties.
   */
  public static void main(String[] arguments) throws IOException {
    Experiment experiment = Nets.parse(arguments[0]);
    Turns turns = new Turns();
    int batch = experiment.training().batchSize();
    try (Model model = Model.newInstance("net", "PyTorch")) {
      SequentialBlock blocks = new SequentialBlock();
      experiment.model().layers().forEach(layer -> add(layer, blocks));
      model.setBlock(blocks);
      Loss loss = Loss.softmaxCrossEntropyLoss();
      Optimizer sgd =
          Optimizer.sgd().setLearningRateTracker(Tracker.fixed(0.001f)).optMomentum(0.9f).build();
      try (Trainer trainer = model.newTrainer(new DefaultTrainingConfig(loss).optOptimizer(sgd))) {
        trainer.initialize(new Shape(batch, 3, 32, 32));
        NDManager all = trainer.getManager();
        List<Batch> batches = new ArrayList<>();
        Prepared.read(
            Path.of(arguments[1]),
            batch,
            (pixels, labels) -> batches.add(channelsFirst(all, pixels, labels)));
        long done = 0;
        do {
          Batch next = batches.get((int) (done / batch % batches.size()));
          try (NDManager step = all.newSubManager()) {
            NDList data = new NDList(next.images().duplicate());
            data.attach(step);
            try (GradientCollector gradients = trainer.newGradientCollector()) {
              NDList output = trainer.forward(data);
              output.attach(step);
              NDArray mean = loss.evaluate(new NDList(next.labels()), output);
              mean.attach(step);
              gradients.backward(mean);
              mean.getFloat();
            }
            trainer.step();
          }
          done += batch;
        } while (!turns.isOver(done));
      }
    }
  }

  private static Batch channelsFirst(NDManager manager, float[] pixels, byte[] labels) {
    float[] planes = new float[pixels.length];
    int channels = 3;
    int area = 32 * 32;
    for (int i = 0; i < pixels.length; i++) {
      int image = i / (channels * area);
      int place = i / channels % area;
      planes[(image * channels + i % channels) * area + place] = pixels[i];
    }
    float[] classes = new float[labels.length];
    for (int i = 0; i < labels.length; i++) {
      classes[i] = labels[i];
    }
    return new Batch(
        manager.create(planes, new Shape(labels.length, channels, 32, 32)),
        manager.create(classes));
  }

  private static void add(Layer layer, SequentialBlock blocks) {
    if (layer instanceof Conv2d conv) {
      long size = conv.kernelSize().height();
      blocks.add(
          ai.djl.nn.convolutional.Conv2d.builder()
              .setFilters(conv.filters())
              .setKernelShape(new Shape(size, size))
              .build());
      activate(conv.activation(), blocks);
    } else if (layer instanceof MaxPool2d pool) {
      long size = pool.poolSize().height();
      blocks.add(Pool.maxPool2dBlock(new Shape(size, size), new Shape(size, size)));
    } else if (layer instanceof Flatten) {
      blocks.add(Blocks.batchFlattenBlock());
    } else if (layer instanceof Dense dense) {
      blocks.add(Linear.builder().setUnits(dense.units().resolve(CLASSES)).build());
      activate(dense.activation(), blocks);
    } else if (layer instanceof bakeoff.layer.Dropout dropout) {
      blocks.add(Dropout.builder().optRate((float) dropout.rate()).build());
    } else {
      throw new IllegalArgumentException("no block of DJL for " + layer);
    }
  }

  private static void activate(ActivationFunction function, SequentialBlock blocks) {
    if (function == ActivationFunction.RELU) {
      Block relu = Activation.reluBlock();
      blocks.add(relu);
    }
  }
}
