package bakeoff.export;

import bakeoff.augment.Augmentation;
import bakeoff.dataset.Facts;
import bakeoff.layer.Shape;
import bakeoff.optimizer.Adam;
import bakeoff.optimizer.Adamw;
import bakeoff.optimizer.Optimizer;
import bakeoff.optimizer.Rmsprop;
import bakeoff.optimizer.Sgd;
import bakeoff.spec.Experiment;
import bakeoff.spec.Normalize;
import bakeoff.spec.SpecWriter;
import bakeoff.spec.TestViews;
import bakeoff.spec.Training;
import bakeoff.spec.Trial;
import com.fasterxml.jackson.databind.JsonNode;
import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A network as a Python module that needs PyTorch alone. */
public final class PyTorchModel {

  private final Trial trial;
  private final PyTorchNet net;
  private final List<String> forward;

  public PyTorchModel(Trial trial) {
    this.trial = trial;
    Facts facts = trial.experiment().facts();
    this.net = new PyTorchNet(facts.classes().size());
    Shape shape = Shape.of(facts.height(), facts.width(), facts.channels());
    PyTorchNet.Value last =
        net.sequence(trial.experiment().model().layers(), PyTorchNet.input(shape));
    this.forward = net.lines(last);
  }

  /** The names of the arrays that it reads. */
  public Set<String> arrays() {
    Set<String> all = new TreeSet<>(net.weights());
    all.addAll(net.statistics());
    return all;
  }

  /** The text of the module. */
  public String text() {
    Experiment experiment = trial.experiment();
    Facts facts = experiment.facts();
    Map<String, Object> context = new HashMap<>();
    context.put("label", trial.label());
    context.put("labels", list(facts.classes()));
    context.put(
        "shape", facts.height() + " x " + facts.width() + " x " + facts.channels() + " numbers");
    context.put("statistics", list(net.statistics().stream().map(PyTorchNet::name).toList()));
    context.put("forward", forward);
    Training training = experiment.training();
    JsonNode written = SpecWriter.full(experiment).get("training");
    context.put("batch", training.stepImages());
    context.put("loss", plain(written.get("loss")));
    context.put(
        "phases",
        StreamSupport.stream(written.get("phases").spliterator(), false)
            .map(PyTorchModel::plain)
            .toList());
    context.put("notes", notes(training));
    List<Augmentation> augmentation = experiment.augmentation().train();
    context.put("augmented", !augmentation.isEmpty());
    context.put(
        "augmentation", new TorchAugmentation(facts.height(), facts.width()).lines(augmentation));
    context.put("optimizer", optimizer(experiment));
    Normalize normalize = experiment.normalize();
    if (normalize != null) {
      context.put("normalize", true);
      context.put("mean", numbers(normalize, facts.channels(), true));
      context.put("std", numbers(normalize, facts.channels(), false));
    }
    return Mustache.compiler().escapeHTML(false).compile(template()).execute(context);
  }

  /** As in a YAML file, in one line. */
  private static String plain(JsonNode value) {
    return value
        .toString()
        .replace("\"", "")
        .replace("\\", "")
        .replace(":", ": ")
        .replace(",", ", ")
        .replace(", freeze: []", "");
  }

  private static String numbers(Normalize normalize, int channels, boolean mean) {
    List<Double> numbers = new ArrayList<>();
    for (int i = 0; i < channels; i++) {
      numbers.add(mean ? normalize.mean().get(i) : normalize.std().get(i));
    }
    return numbers.toString();
  }

  /** Texts as Python writes them. */
  private static String list(List<String> texts) {
    return texts.stream()
        .map(text -> "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** What of the training a module of PyTorch has no place for. */
  private static List<String> notes(Training training) {
    List<String> notes = new ArrayList<>();
    if (!training.parameterGroups().isEmpty()) {
      notes.add("its parameter groups; optimizer() has one");
    }
    if (training.clipNorm() != null) {
      notes.add("gradients were clipped to a norm of " + training.clipNorm());
    }
    if (training.ema() != null || training.lookahead() != null) {
      notes.add("the weights are means over training, which goes on without");
    }
    if (training.testTimeAugmentation() != TestViews.NONE) {
      notes.add("its test accuracy is of several views of each image");
    }
    return notes;
  }

  private static String optimizer(Experiment experiment) {
    double rate = experiment.training().phases().get(0).learningRate().at(0);
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("lr", rate);
    String kind = optimizer(experiment.training().optimizer(), arguments);
    return arguments.entrySet().stream()
        .map(argument -> argument.getKey() + "=" + argument.getValue())
        .collect(Collectors.joining(", ", "torch.optim." + kind + "(net.parameters(), ", ")"));
  }

  /** PyTorch's name of it; its arguments are added. */
  private static String optimizer(Optimizer optimizer, Map<String, Object> arguments) {
    if (optimizer instanceof Sgd sgd) {
      arguments.put("momentum", sgd.momentum());
      arguments.put("dampening", sgd.dampening());
      arguments.put("weight_decay", sgd.weightDecay());
      arguments.put("nesterov", sgd.nesterov() ? "True" : "False");
      return "SGD";
    }
    if (optimizer instanceof Rmsprop rmsprop) {
      arguments.put("alpha", rmsprop.alpha());
      arguments.put("eps", rmsprop.epsilon());
      arguments.put("weight_decay", rmsprop.weightDecay());
      arguments.put("momentum", rmsprop.momentum());
      arguments.put("centered", rmsprop.centered() ? "True" : "False");
      return "RMSprop";
    }
    if (optimizer instanceof Adamw adam) {
      arguments.put("betas", "(" + adam.beta1() + ", " + adam.beta2() + ")");
      arguments.put("eps", adam.epsilon());
      arguments.put("weight_decay", adam.weightDecay());
      return "AdamW";
    }
    Adam adam = (Adam) optimizer;
    arguments.put("betas", "(" + adam.beta1() + ", " + adam.beta2() + ")");
    arguments.put("eps", adam.epsilon());
    arguments.put("weight_decay", adam.weightDecay());
    return "Adam";
  }

  private static String template() {
    try (InputStream file =
        PyTorchModel.class.getResourceAsStream("/bakeoff/export/model.py.mustache")) {
      return new String(
          Objects.requireNonNull(file, "template").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
