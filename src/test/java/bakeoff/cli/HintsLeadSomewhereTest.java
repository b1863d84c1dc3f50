package bakeoff.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the texts of the program and of the README name is there: commands, options, files. */
class HintsLeadSomewhereTest {

  private static final Pattern CALL = Pattern.compile("`bakeoff ([a-z]+)([^`\"\n]*)");
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--([a-z][a-z-]+)");
  private static final Map<String, CommandLine> COMMANDS = Bakeoff.commands().getSubcommands();

  /** Of sbatch, git, Java and Maven. */
  private static final Set<String> OTHERS =
      Set.of(
          "array",
          "dependency",
          "enable-native-access",
          "gres",
          "help",
          "job-name",
          "kill-on-invalid-dep",
          "oneline", // git's
          "open-mode",
          "output",
          "parsable",
          "partition",
          "requeue",
          "signal",
          "time",
          "unshallow",
          "wait",
          "wrap");

  /** The texts of each source file, those that are added to one another as one. */
  private static List<String> texts() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(HintsLeadSomewhereTest::texts)
          .toList();
    }
  }

  private static String texts(Path file) {
    try {
      String joined = Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", "");
      return Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\"")
          .matcher(joined)
          .results()
          .map(result -> result.group())
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void everyCommandThatIsNamedIsOneAndTakesItsOptions() throws IOException {
    int named = 0;
    List<String> all = new java.util.ArrayList<>(texts());
    for (String page : List.of("README.md", "experiments/README.md", "experiments/TUTORIAL.md")) {
      all.add(Files.readString(Path.of(page)));
    }
    for (String text : all) {
      Matcher calls = CALL.matcher(text);
      while (calls.find()) {
        CommandLine command = COMMANDS.get(calls.group(1));
        assertNotNull(command, calls.group());
        Matcher options = OPTION.matcher(calls.group(2).replaceFirst(" -- .*", ""));
        while (options.find()) {
          assertNotNull(command.getCommandSpec().findOption(options.group(1)), calls.group());
        }
        named++;
      }
    }
    assertTrue(named > 35, "calls: " + named);
  }

  @Test
  void everyOptionThatIsNamedIsOneOfSomeCommand() throws IOException {
    Set<String> known = new TreeSet<>(OTHERS);
    COMMANDS.values().forEach(c -> known.addAll(c.getCommandSpec().optionsMap().keySet()));
    Set<String> unknown = new TreeSet<>();
    for (String text : texts()) {
      Matcher options = OPTION.matcher(text);
      while (options.find()) {
        if (!known.contains(options.group(1)) && !known.contains(options.group())) {
          unknown.add(options.group());
        }
      }
    }
    assertEquals(Set.of(), unknown);
  }

  @Test
  void everyLinkOfThePagesLeadsToAFile() throws IOException {
    Pattern link = Pattern.compile("\\]\\(([^)]+)\\)");
    int links = 0;
    for (String page : List.of("README.md", "src/README.md", "experiments/TUTORIAL.md")) {
      Matcher found = link.matcher(Files.readString(Path.of(page)));
      while (found.find()) {
        if (!found.group(1).startsWith("http")) {
          List<String> parts = List.of(found.group(1).split("#", -1));
          Path file = Path.of(page).resolveSibling(parts.get(0)).normalize();
          assertTrue(Files.exists(file), page + ": " + found.group(1));
          boolean headed =
              parts.size() == 1
                  || Files.readString(file).lines().anyMatch(line -> heads(line, parts.get(1)));
          assertTrue(headed, page + ": " + found.group(1));
          links++;
        }
      }
    }
    assertTrue(links > 10, "links: " + links);
  }

  /** As GitHub names the places of headings. */
  private static boolean heads(String line, String name) {
    String words = line.replaceFirst("^#+ ", "").toLowerCase(java.util.Locale.ROOT);
    return line.startsWith("#") && words.replaceAll("[^\\w -]", "").replace(' ', '-').equals(name);
  }

  @Test
  void whatItIsToBeBuiltWithIsAProfile() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    Pattern profile = Pattern.compile("`mvn [^`]*-P([a-z]+)");
    int named = 0;
    for (String text : texts()) {
      Matcher found = profile.matcher(text);
      while (found.find()) {
        assertTrue(pom.contains("<id>" + found.group(1) + "</id>"), found.group());
        named++;
      }
    }
    assertTrue(named > 0);
  }
}
