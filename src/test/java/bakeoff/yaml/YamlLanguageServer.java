package bakeoff.yaml;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/** The server behind YAML in VS Code, Neovim, Emacs and others, asked as they ask it. */
final class YamlLanguageServer implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final LanguageServer server;
  private final Future<Void> listening;
  private final BlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();

  private YamlLanguageServer(Path program) throws IOException {
    process =
        new ProcessBuilder(program.toString(), "--stdio")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Launcher<LanguageServer> launcher =
        LSPLauncher.createClientLauncher(
            new Editor(), process.getInputStream(), process.getOutputStream());
    listening = launcher.startListening();
    server = launcher.getRemoteProxy();
  }

  /** The program; empty if it is not on the PATH. */
  static Optional<Path> program() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, "yaml-language-server"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static YamlLanguageServer start(Path program) throws IOException {
    YamlLanguageServer started = new YamlLanguageServer(program);
    InitializeParams editor = new InitializeParams();
    editor.setCapabilities(new ClientCapabilities());
    answer(started.server.initialize(editor));
    started.server.initialized(new InitializedParams());
    return started;
  }

  /** What it underlines in a file that is opened. */
  List<Diagnostic> open(Path file, String text) {
    String uri = file.toUri().toString();
    server
        .getTextDocumentService()
        .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "yaml", 1, text)));
    try {
      PublishDiagnosticsParams next = published.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      while (next != null && !next.getUri().equals(uri)) {
        next = published.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
      if (next == null) {
        throw new IllegalStateException("the server says nothing of " + uri);
      }
      return next.getDiagnostics();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What it offers at a place of an open file. */
  List<CompletionItem> completions(Path file, Position at) {
    return answer(server.getTextDocumentService().completion(new CompletionParams(id(file), at)))
        .map(items -> items, CompletionList::getItems);
  }

  /** What it says of what is at a place of an open file, as Markdown. */
  String hover(Path file, Position at) {
    return answer(server.getTextDocumentService().hover(new HoverParams(id(file), at)))
        .getContents()
        .getRight()
        .getValue();
  }

  private static TextDocumentIdentifier id(Path file) {
    return new TextDocumentIdentifier(file.toUri().toString());
  }

  private static <T> T answer(CompletableFuture<T> future) {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    listening.cancel(true);
    process.destroyForcibly();
  }

  /** An editor without settings of its own. */
  private final class Editor implements LanguageClient {

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
      published.add(diagnostics);
    }

    @Override
    public CompletableFuture<List<Object>> configuration(ConfigurationParams asked) {
      List<Object> none = new ArrayList<>(Collections.nCopies(asked.getItems().size(), null));
      return CompletableFuture.completedFuture(none);
    }

    @Override
    public void telemetryEvent(Object event) {}

    @Override
    public void showMessage(MessageParams message) {}

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams asked) {
      return CompletableFuture.completedFuture(new MessageActionItem());
    }

    @Override
    public void logMessage(MessageParams message) {}
  }
}
