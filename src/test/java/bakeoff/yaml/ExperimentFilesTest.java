package bakeoff.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bakeoff.problem.Problem;
import bakeoff.problem.Problems;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files are meant. */
class ExperimentFilesTest {

  @TempDir private Path folder = Path.of("");

  private String find(String... names) {
    Problems problems = new Problems();
    List<Path> paths = List.of(names).stream().map(folder::resolve).toList();
    List<String> found =
        ExperimentFiles.find(paths, problems).stream()
            .map(path -> folder.relativize(path).toString())
            .toList();
    List<String> told = problems.sorted().stream().map(Problem::toString).toList();
    return (found + " " + told).replace(folder + "/", "");
  }

  @Test
  void ofAFolderItsOwnOrElseThoseOfTheFoldersInIt() {
    Read files = new Read(folder);
    files.write("a/x.yaml", "");
    files.write("a/_base.yaml", "");
    files.write("a/.hidden.yaml", "");
    files.write("a/notes.md", "");
    files.write("a/deep/no.yaml", "");
    files.write("b/old.yml", "");
    files.write("c/readme.md", "");
    assertEquals("[a/x.yaml] []", find("a"));
    // .yml is not passed over in silence: the reader refuses it by name.
    assertEquals("[a/x.yaml, b/old.yml] []", find(""));
    assertEquals("[a/x.yaml] []", find("a/x.yaml", "a"));
  }

  @Test
  void everyPathThatIsNotThereIsTold() {
    Read files = new Read(folder);
    files.write("mine/model-1.yaml", "");
    files.write("empty/readme.md", "");
    assertEquals(
        "[mine/model-1.yaml] ["
            + "empty: no experiment in it (a file NAME.yaml)\n    `bakeoff init empty` writes one, "
            + "mine/modl-1.yaml: no such file or folder\n    did you mean `mine/model-1.yaml`?, "
            + "what/ever: no such file or folder]",
        find("mine/modl-1.yaml", "what/ever", "empty", "mine"));
  }
}
