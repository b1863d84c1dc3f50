package bakeoff.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import bakeoff.dataset.Shapes;
import bakeoff.layer.Padding;
import bakeoff.optimizer.Adam;
import bakeoff.optimizer.Sgd;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContentKeyTest {

  /** A change here makes every stored result stale: raise the semantics, or leave it. */
  private static final String TEXT =
      "{\"data\":\"DIGEST\",\"seed\":7,\"semantics\":1,\"spec\":{"
          + "\"augmentation\":{\"train\":[\"random_horizontal_flip\"]},"
          + "\"dataset\":\"shapes\","
          + "\"model\":{\"layers\":["
          + "{\"conv2d\":{\"activation\":\"relu\",\"filters\":4,\"kernel_size\":3}},"
          + "\"flatten\",{\"dense\":{\"units\":\"classes\"}}]},"
          + "\"normalize\":{\"mean\":0.5,\"std\":[0.2,0.25,0.3]},"
          + "\"training\":{\"batch_size\":32,\"optimizer\":{\"sgd\":{\"momentum\":0.9}},"
          + "\"phases\":[{\"epochs\":2,\"learning_rate\":{\"constant\":{\"rate\":0.1}}}]}}}";

  @Test
  void digestsThisTextAndNoOther() throws Exception {
    String text = TEXT.replace("DIGEST", new Shapes().digest());
    Experiment experiment = Examples.PLAIN.experiment();
    assertEquals(text, ContentKey.text(experiment, 7));
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    assertEquals(HexFormat.of().formatHex(digest), ContentKey.of(experiment, 7));
  }

  static Stream<Examples> same() {
    Examples plain = Examples.PLAIN;
    int threads = plain.experiment().network().threads(32);
    return Stream.of(
        plain.description("In other words."),
        plain.seeds(1, 2, 3),
        plain.reference(new Reference(0.5, null, null, "a page", "a note", List.of())),
        plain.threads(threads),
        plain.first(Examples.conv(Padding.zeros(0))));
  }

  @ParameterizedTest
  @MethodSource("same")
  void whatChangesNoResultChangesNoKey(Examples other) {
    String key = ContentKey.of(Examples.PLAIN.experiment(), 1);
    assertEquals(key, ContentKey.of(other.experiment(), 1));
  }

  static Stream<Examples> different() {
    Examples plain = Examples.PLAIN;
    int threads = plain.experiment().network().threads(32);
    return Stream.of(
        plain.rate(0.1000001),
        plain.optimizer(new Sgd(0.9, true, 0, 0)),
        plain.optimizer(new Sgd(0, false, 0, 0)),
        plain.optimizer(new Adam(0.9, 0.999, 1e-8, 0)),
        plain.threads(threads + 1),
        plain.first(Examples.conv(Padding.of(Padding.Mode.SAME))),
        plain.first(Examples.conv(Padding.zeros(1))));
  }

  @ParameterizedTest
  @MethodSource("different")
  void whatCanChangeAResultChangesTheKey(Examples other) {
    String key = ContentKey.of(Examples.PLAIN.experiment(), 1);
    assertNotEquals(key, ContentKey.of(other.experiment(), 1));
  }

  @Test
  void eachSeedHasItsKey() {
    Experiment experiment = Examples.PLAIN.experiment();
    assertNotEquals(ContentKey.of(experiment, 1), ContentKey.of(experiment, 2));
  }
}
