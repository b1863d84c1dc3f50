package bakeoff.tf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bakeoff.export.PyTorchModel;
import bakeoff.export.Python;
import bakeoff.spec.Trial;
import bakeoff.train.Array;
import bakeoff.train.Batch;
import bakeoff.train.Device;
import bakeoff.train.SafeTensors;
import bakeoff.train.Score;
import bakeoff.train.Trials;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TUint8;

/** What is exported gives what the trained network gives, with every kind of layer. */
class ExportTest {

  private static final int BATCH = 4;
  private static final int PIXELS = 32 * 32 * 3;
  private static final float[] STD = {0.2f, 0.25f, 0.3f};
  private static final String DRIVER =
      """
      import importlib.util, pathlib, sys
      import torch

      here = pathlib.Path(sys.argv[1])
      torch.set_num_threads(1)
      numbers = bytearray((here / "images").read_bytes())
      images = torch.frombuffer(numbers, dtype=torch.uint8).view(-1, 32, 32, 3)
      labels = torch.tensor([0, 3, 6, 9])
      for number in range(int(sys.argv[2])):
          file = here / str(number) / "model.py"
          spec = importlib.util.spec_from_file_location("model", file)
          module = importlib.util.module_from_spec(spec)
          spec.loader.exec_module(module)
          net = module.Net().eval()
          module.optimizer(net)
          state = net.state_dict()
          assert len(state) == len(module.read(here / str(number) / "weights.safetensors"))
          assert all(name in state for name in module.STATISTICS)
          with torch.no_grad():
              logits = net(images)
          loss = torch.nn.functional.cross_entropy(logits, labels, reduction="sum").item()
          # Where no number is kept: whatever did not move would be missed.
          assert net.to("meta").logits(torch.empty(4, 3, 32, 32, device="meta")).is_meta
          print(loss, *logits.argmax(1).tolist())
      """;

  @TempDir private Path folder = Path.of("");

  private final byte[] pixels = new byte[BATCH * PIXELS];
  private final Batch batch = batch();

  private Batch batch() {
    new Random(5).nextBytes(pixels);
    Batch made = Batch.of(BATCH, PIXELS, 10);
    for (int i = 0; i < pixels.length; i++) {
      made.images()[i] = ((pixels[i] & 0xff) / 255f - 0.5f) / STD[i % 3];
    }
    for (int i = 0; i < BATCH; i++) {
      made.labels()[i] = 3 * i;
      made.targets()[10 * i + 3 * i] = 1;
    }
    return made;
  }

  private static final List<String> OPTIMIZERS =
      List.of(
          "{sgd: {momentum: 0.9, nesterov: true}}",
          "{adam: {beta1: 0.8}}",
          "{adamw: {weight_decay: 0.1}}",
          "{rmsprop: {momentum: 0.5, centered: true}}");

  /** With one optimizer or another, which the exported module has to know. */
  private static Trial trial(TfNetContractTest.Example example) {
    int kind = Math.floorMod(example.text().length(), OPTIMIZERS.size());
    String before = example.input().isImage() ? "" : "    - max_pool2d: 8\n    - flatten\n";
    return Trials.of(
        1,
        """
        dataset: shapes
        normalize: {mean: 0.5, std: [0.2, 0.25, 0.3]}
        model:
          layers:
        %s    - %s
            - flatten
            - dense: classes
        training:
          batch_size: 4
          optimizer: %s
          phases: [{epochs: 1, learning_rate: 0.01}]
        """
            .formatted(before, example.text(), OPTIMIZERS.get(kind)));
  }

  /** What there is to export, a step old, so that running figures are not the first ones. */
  private record Trained(Trial trial, Map<String, Array> arrays, Score score) {}

  private Trained trained(TfNetContractTest.Example example) {
    Trial trial = trial(example);
    try (TfModel model = new TfModel(trial.experiment(), 1, 1, Device.CPU)) {
      model.step(batch, 0.01, 0);
      return new Trained(trial, model.state(), model.score(batch));
    }
  }

  @Test
  void pyTorchAgreesOnEveryKindOfLayer() throws IOException, InterruptedException {
    assumeTrue(Python.has("torch"), "there is no python3 with torch");
    List<TfNetContractTest.Example> examples = TfNetContractTest.examples().toList();
    List<Trained> all = new ArrayList<>();
    for (TfNetContractTest.Example example : examples) {
      Trained one = trained(example);
      PyTorchModel module = new PyTorchModel(one.trial());
      Map<String, Array> arrays = new TreeMap<>(one.arrays());
      arrays.keySet().retainAll(module.arrays());
      Path at = Files.createDirectories(folder.resolve(String.valueOf(all.size())));
      Files.writeString(at.resolve("model.py"), module.text());
      Files.write(at.resolve("weights.safetensors"), bytes(SafeTensors.write(arrays, Map.of())));
      all.add(one);
    }
    Files.write(folder.resolve("images"), pixels);
    Path driver = Files.writeString(folder.resolve("driver.py"), DRIVER);
    List<String> said =
        Python.run(driver.toString(), folder.toString(), String.valueOf(all.size()))
            .lines()
            .toList();
    for (int i = 0; i < all.size(); i++) {
      Score expected = all.get(i).score();
      String[] words = said.get(i).split(" ", -1);
      String what = examples.get(i).text() + ": " + said.get(i);
      assertEquals(expected.loss(), Double.parseDouble(words[0]), 1e-3, what);
      int[] classes = Arrays.stream(words).skip(1).mapToInt(Integer::parseInt).toArray();
      assertArrayEquals(expected.predicted(), classes, what);
    }
    assertEquals(all.size(), said.size());
  }

  @Test
  void savedModelAgrees() throws IOException {
    List<String> kinds =
        List.of(
            "conv2d: {filters: 2, kernel_size: 3, dilation_rate: 2, padding: same}",
            "residual: [conv2d: {filters: 3, kernel_size: 3, padding: same}, batch_norm]",
            "dropout: 0.4",
            "squeeze_excitation");
    for (String kind : kinds) {
      Trained one = trained(new TfNetContractTest.Example(kind, bakeoff.layer.Shape.of(9, 8, 3)));
      Path to = folder.resolve(String.valueOf(kinds.indexOf(kind)));
      SavedModel.write(one.trial().experiment(), one.arrays(), to);
      try (SavedModelBundle bundle = SavedModelBundle.load(to.toString());
          TUint8 images =
              TUint8.tensorOf(
                  Shape.of(BATCH, 32, 32, 3), tensor -> tensor.asRawTensor().data().write(pixels));
          var result = bundle.function("serving_default").call(Map.of("images", images))) {
        TInt64 classes = (TInt64) result.get("classes").orElseThrow();
        TFloat32 probabilities = (TFloat32) result.get("probabilities").orElseThrow();
        double loss = 0;
        for (int i = 0; i < BATCH; i++) {
          assertEquals(one.score().predicted()[i], classes.getLong(i), kind);
          loss -= Math.log(probabilities.getFloat(i, 3L * i));
        }
        assertEquals(one.score().loss(), loss, 1e-3, kind);
        assertEquals(10, result.get("labels").orElseThrow().shape().get(0));
      }
    }
  }

  private static byte[] bytes(ByteBuffer[] parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (ByteBuffer part : parts) {
      byte[] some = new byte[part.remaining()];
      part.get(some);
      bytes.writeBytes(some);
    }
    return bytes.toByteArray();
  }
}
