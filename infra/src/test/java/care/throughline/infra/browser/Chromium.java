package care.throughline.infra.browser;

import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The Chromium of this machine, found by the environment variable THROUGHLINE_CHROMIUM or on the path, best the one without a
 * user interface, which costs half; use it as a static {@code @RegisterExtension}. Without one the test class is skipped, except
 * in CI, where it fails. Whatever is awaited has half a minute: a busy machine is no fault of a page.
 */
public final class Chromium implements BeforeAllCallback {

    private static final List<String> NAMES =
            List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private @Nullable Browser browser;

    /** The browser, which the test classes take turns with; it ends with the last of them. */
    private record Running(Playwright playwright, Browser browser) implements AutoCloseable {

        static Running start() {
            Path executable = find().orElseGet(Chromium::missing);
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            PlaywrightAssertions.setDefaultAssertionTimeout(Window.PATIENCE);
            return new Running(
                    playwright,
                    playwright
                            .chromium()
                            .launch(new BrowserType.LaunchOptions()
                                    .setExecutablePath(executable)
                                    .setHeadless(true)
                                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"))));
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (!context.getRequiredTestClass().isAnnotationPresent(PagesTest.class)) {
            throw new IllegalStateException("the one browser is for those who take turns: annotate with @PagesTest");
        }
        browser = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Chromium.class))
                .computeIfAbsent(Running.class, none -> Running.start(), Running.class)
                .browser();
    }

    /** A window of its own, with cookies of its own, on the application at this port; the caller closes it. */
    public Window window(int port, Window.Kind kind) {
        Browser running = browser;
        if (running == null) {
            throw new IllegalStateException("register the extension as a static field");
        }
        return new Window(running, "http://localhost:" + port, kind);
    }

    private static Path missing() {
        String sentence = "no Chromium on the path: the pages are NOT tested; install it or set THROUGHLINE_CHROMIUM";
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(sentence);
        }
        return abort(sentence);
    }

    private static Optional<Path> find() {
        String given = System.getenv("THROUGHLINE_CHROMIUM");
        String path = System.getenv("PATH");
        return Stream.concat(Stream.ofNullable(given).map(Path::of), onPath(path == null ? "" : path))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<Path> onPath(String path) {
        List<String> folders = List.of(path.split(File.pathSeparator, -1));
        return NAMES.stream().flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)));
    }
}
