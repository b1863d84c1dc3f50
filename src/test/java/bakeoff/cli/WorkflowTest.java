package bakeoff.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The workflow for pull requests and the hook, run as they stand, in a repository with a branch
 * that adds a model. Only what reaches the network is played: {@code mvn} and {@code gh}.
 */
@Timeout(200)
class WorkflowTest {

  private static final Path WORKFLOW = Path.of(".github/workflows/experiments.yml");
  private static final Path HOOKS = Path.of(".github/hooks").toAbsolutePath();

  private static final String GH =
      """
      #!/bin/bash
      case "$*" in
        *--paginate*) [ ! -e posted ] || echo 77 ;;
        *) echo "$2 $3 $4 ${*: -1}" >> calls; touch posted ;;
      esac
      """;

  @TempDir private Path temp = Path.of("");
  private final Map<String, String> environment = new TreeMap<>();
  private Path repository = temp;

  private void program(String name, String text) throws IOException {
    Path file = temp.resolve("bin").resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
    assertTrue(file.toFile().setExecutable(true));
  }

  @BeforeEach
  void makeABranch() throws IOException, InterruptedException {
    assumeTrue(File.separatorChar == '/', "the runner of the workflow is Linux");
    repository = Files.createDirectories(temp.resolve("repository"));
    String quoted =
        Program.words().stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
    program("real-bakeoff", "#!/bin/sh\nexec " + quoted + " \"$@\"\n");
    program(
        "mvn",
        "#!/bin/sh\nmkdir -p target/bin && cp '"
            + temp.resolve("bin/real-bakeoff")
            + "' target/bin/bakeoff\n");
    program("gh", GH);
    environment.put("PATH", temp.resolve("bin") + File.pathSeparator + System.getenv("PATH"));
    environment.put("GITHUB_PATH", temp.resolve("path").toString());
    environment.put("GITHUB_STEP_SUMMARY", temp.resolve("summary.md").toString());
    environment.put("GITHUB_BASE_REF", "main");
    environment.put("GITHUB_REPOSITORY", "me/mine");
    environment.put("PULL_REQUEST", "12");
    environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
    bash("git init -q -b main && git config user.name me && git config user.email me@example.org");
    Files.copy(Path.of(".gitattributes"), repository.resolve(".gitattributes"));
    Files.writeString(repository.resolve(".gitignore"), "report.html\ntarget\n");
    take("model-1");
    bash("real-bakeoff report && git add . && git commit -qm one");
    bash("git update-ref refs/remotes/origin/main main && git switch -qc branch");
    take("model-2");
    bash("real-bakeoff report && git add . && git commit -qm two");
  }

  /** A model of ours with its results. */
  private void take(String name) throws IOException {
    for (String top : List.of("experiments/cifar10/" + name + ".yaml", "results/cifar10/" + name)) {
      try (Stream<Path> files = Files.walk(Path.of(top))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path copy = repository.resolve(file.toString());
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
  }

  private String bash(String script) throws IOException, InterruptedException {
    Call call = call(script);
    assertEquals(0, call.status(), script + "\n" + call.out());
    return call.out();
  }

  /** As the runner does it. */
  private Call call(String script) throws IOException, InterruptedException {
    Path file = Files.writeString(temp.resolve("step.sh"), script);
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-e", file.toString())
            .directory(repository.toFile())
            .redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Call(process.waitFor(), said, "");
  }

  /** The exit codes of the shell steps, by name. */
  private Map<String, Integer> runWorkflow() throws IOException, InterruptedException {
    JsonNode workflow = new YAMLMapper().readTree(WORKFLOW.toFile());
    environment.put("EXPERIMENTS", workflow.at("/env/EXPERIMENTS").asText());
    Map<String, Integer> codes = new TreeMap<>();
    for (JsonNode step : workflow.at("/jobs/compare/steps")) {
      if (step.has("run")) {
        String script = step.path("run").asText();
        assertFalse(script.contains("${{"), "what a pull request says is no part of a script");
        codes.put(step.path("name").asText(), call(script).status());
        if (Files.exists(temp.resolve("path"))) {
          String added = Files.readString(temp.resolve("path")).strip().lines().findFirst().get();
          environment.put("PATH", added + File.pathSeparator + environment.get("PATH"));
          Files.delete(temp.resolve("path"));
        }
      }
    }
    return codes;
  }

  @Test
  void aGoodBranchGetsOneCommentAndItsPages() throws IOException, InterruptedException {
    Map<String, Integer> codes = runWorkflow();
    assertEquals(6, codes.size());
    assertTrue(codes.values().stream().allMatch(code -> code == 0), codes.toString());
    String comment = Files.readString(repository.resolve("comment.md"));
    assertTrue(comment.startsWith("<!-- bakeoff -->\n"), comment);
    assertTrue(comment.contains("model-2"), comment);
    assertFalse(comment.contains("model-1 "), comment);
    assertEquals(comment, Files.readString(temp.resolve("summary.md")));
    assertTrue(Files.readString(repository.resolve("pages/cifar10.html")).contains("model-2"));
    assertTrue(Files.readString(repository.resolve("pages/index.html")).contains("cifar10.html"));
    runWorkflow();
    assertEquals(
        List.of(
            "--method POST repos/me/mine/issues/12/comments body=@comment.md",
            "--method PATCH repos/me/mine/issues/comments/77 body=@comment.md"),
        Files.readAllLines(repository.resolve("calls")));
  }

  @Test
  void aStaleResultAndAnOldReportAreRefused() throws IOException, InterruptedException {
    Path file = repository.resolve("experiments/cifar10/model-2.yaml");
    Files.writeString(
        file, Files.readString(file) + "\nmodel: {layers: [flatten, dense: classes]}\n");
    List<String> refused = new ArrayList<>();
    runWorkflow().forEach((step, code) -> refused.addAll(code == 0 ? List.of() : List.of(step)));
    assertEquals(
        List.of(
            "Every experiment is valid and has the results of the file as it is",
            "The reports are what the results give"),
        refused);
  }

  @Test
  void theHookRefusesMistakesAndOldReports() throws IOException, InterruptedException {
    bash("ln -s real-bakeoff '" + temp.resolve("bin/bakeoff") + "'");
    bash("git config core.hooksPath '" + HOOKS + "'");
    bash("echo words > words.txt && git add words.txt && git commit -qm words");
    Path file = repository.resolve("experiments/cifar10/model-3.yaml");
    Files.writeString(file, "extends: model-1.yaml\nmodle: {}\n");
    Call mistake = call("git add . && git commit -qm three");
    assertEquals(1, mistake.status());
    assertTrue(mistake.out().contains("model-3.yaml:2:1: unknown key `modle`"), mistake.out());
    Files.writeString(file, "extends: model-1.yaml\nseeds: [9]\n");
    Call old = call("git add . && git commit -qm three");
    assertEquals(1, old.status());
    assertTrue(old.out().contains("bakeoff report writes the reports again"), old.out());
    bash("bakeoff report && git add . && git commit -qm three");
  }
}
