package bakeoff.report;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Debian's Chromium, or the one that BAKEOFF_CHROMIUM names, without a window. */
final class Browser implements AutoCloseable {

  private static final String DRIVER = "com.microsoft.playwright.impl.driver.jar.DriverJar";

  private final Path folder;
  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final List<BrowserContext> contexts = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  private Browser(Path folder) {
    this.folder = folder;
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable())
                    .setChromiumSandbox(false)
                    .setTimeout(120_000)
                    .setArgs(
                        List.of(
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  static Browser start(Path folder) {
    return new Browser(folder);
  }

  private static Path executable() {
    String given = System.getenv("BAKEOFF_CHROMIUM");
    return Path.of(given == null || given.isEmpty() ? "/usr/bin/chromium" : given);
  }

  /** Whether there is a browser, and the driver that Maven's profile "browser" adds. */
  static boolean isThere() {
    boolean driver = Browser.class.getResource("/" + DRIVER.replace('.', '/') + ".class") != null;
    return driver && Files.isExecutable(executable());
  }

  /** Opens the report of these results from a file. */
  Page open(FolderResults results, int width, ColorScheme scheme) throws IOException {
    Path file = Files.createTempDirectory(folder, "report").resolve("report.html");
    Files.write(file, Report.of(results).html());
    BrowserContext context =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(scheme));
    contexts.add(context);
    Page page = context.newPage();
    page.setDefaultTimeout(60_000);
    String address = file.toUri().toString().replaceFirst("^file:/+", "file:///");
    page.onRequest(
        request -> {
          if (!request.url().equals(address)) {
            complaints.add("request of " + request.url());
          }
        });
    page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
    page.onPageError(error -> complaints.add("error: " + error));
    page.onDialog(
        dialog -> {
          complaints.add("dialog: " + dialog.message());
          dialog.dismiss();
        });
    page.navigate(address);
    return page;
  }

  /** All that pages logged, threw, showed, or asked of any place but their file; then forgotten. */
  List<String> complaints() {
    List<String> all = List.copyOf(complaints);
    complaints.clear();
    contexts.forEach(BrowserContext::close);
    contexts.clear();
    return all;
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
