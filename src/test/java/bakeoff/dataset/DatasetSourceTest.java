package bakeoff.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.schema.Doc;
import bakeoff.schema.Kinds;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every kind has to keep to, with or without its data. */
final class DatasetSourceTest {

  static Stream<Class<?>> kinds() {
    return Stream.of(DatasetSource.class.getPermittedSubclasses());
  }

  @Test
  void areCalledAsInFiles() {
    assertEquals(
        Set.of("cifar10", "cifar100", "mnist", "fashion_mnist", "image_folder", "npy", "shapes"),
        Kinds.of(DatasetSource.class).keySet());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void haveASentence(Class<?> kind) {
    Doc doc = kind.getAnnotation(Doc.class);
    assertTrue(doc != null && doc.value().matches("(?s).{20,}\\."));
  }

  /** Those that are known without data. */
  static Stream<DatasetSource> released() {
    return Stream.of(
        new Cifar10(),
        new Cifar100(Cifar100.Labels.FINE),
        new Cifar100(Cifar100.Labels.COARSE),
        new Mnist(),
        new FashionMnist(),
        new Shapes());
  }

  @ParameterizedTest
  @MethodSource("released")
  void statePlausibleFactsAndADigest(DatasetSource source) {
    Facts facts = source.facts();
    List<String> classes = facts.classes();
    assertTrue(classes.size() > 1);
    assertEquals(classes.size(), Set.copyOf(classes).size());
    assertTrue(classes.stream().allMatch(name -> name.matches("[a-z0-9][a-z0-9_ /-]*")));
    assertTrue(facts.height() > 0 && facts.width() > 0);
    assertTrue(facts.channels() == 1 || facts.channels() == 3);
    assertTrue(facts.trainImages() > 0 && facts.testImages() > 0);
    assertTrue(source.digest().matches("[0-9a-f]{64}"));
    assertEquals(64, source.digest().length());
    assertEquals(classes.size(), facts.train().size());
    assertEquals(classes.size(), facts.test().size());
  }
}
