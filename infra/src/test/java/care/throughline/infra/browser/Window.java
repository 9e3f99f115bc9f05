package care.throughline.infra.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOnlyOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One browser window: signs in, opens pages, checks them, and remembers everything that went wrong meanwhile. */
public final class Window implements AutoCloseable {

    /** In milliseconds. */
    static final double PATIENCE = 30_000;

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final BrowserContext context;
    private final Page page;
    private final String home;
    private final Kind kind;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    /** How the window looks at the pages. */
    public enum Kind {
        /** 1280 pixels wide, light. */
        WIDE(1280, 900, true, ColorScheme.LIGHT),
        /** The same in the dark. */
        DARK(1280, 900, true, ColorScheme.DARK),
        /** 320 pixels wide: what 1280 are at 400 %. */
        ENLARGED(320, 700, true, ColorScheme.LIGHT),
        /** Without JavaScript. */
        SCRIPTLESS(1280, 900, false, ColorScheme.LIGHT);

        private final int width;
        private final int height;
        private final boolean scripts;
        private final ColorScheme colours;

        Kind(int width, int height, boolean scripts, ColorScheme colours) {
            this.width = width;
            this.height = height;
            this.scripts = scripts;
            this.colours = colours;
        }

        private AxeRunOptions rules() {
            AxeRunOptions rules = new AxeRunOptions();
            if (this == DARK) {
                AxeRunOnlyOptions colours = new AxeRunOnlyOptions();
                colours.setType("rule");
                colours.setValues(List.of("color-contrast", "link-in-text-block"));
                rules.setRunOnly(colours);
            } else if (this == ENLARGED) {
                AxeRuleOptions off = new AxeRuleOptions();
                off.setEnabled(false);
                rules.setRules(Map.of("color-contrast", off));
            }
            return rules;
        }
    }

    Window(Browser browser, String home, Kind kind) {
        this.home = home;
        this.kind = kind;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(kind.width, kind.height)
                .setJavaScriptEnabled(kind.scripts)
                .setColorScheme(kind.colours)
                .setLocale("en-US")
                .setTimezoneId("America/New_York"));
        this.page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")
                    || message.text().contains("violates")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(error -> complaints.add("script error: " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(home) && !request.url().startsWith("data:")) {
                complaints.add("request to elsewhere: " + request.url());
            }
        });
    }

    /** Is signed in with the demo's password, without the form that {@link #signsInAs} fills in. */
    public Window signedInAs(String account) {
        APIRequestContext http = context.request();
        Matcher token = TOKEN.matcher(http.get(home + "/sign-in").text());
        assertThat(token.find()).as("a token in the form to sign in").isTrue();
        FormData form = FormData.create()
                .set("_csrf", token.group(1))
                .set("account", account)
                .set("password", "demo");
        APIResponse answer = http.post(
                home + "/sign-in", RequestOptions.create().setForm(form).setMaxRedirects(0));
        assertThat(answer.headers().get("location"))
                .as("where %s is sent", account)
                .doesNotContain("/sign-in");
        return this;
    }

    /** Signs in through the form and arrives at this person's start page. */
    Window signsInAs(String account) {
        open("/sign-in");
        page.getByLabel("Account").fill(account);
        page.getByLabel("Password").fill("demo");
        page.getByLabel("Password").press("Enter");
        page.waitForURL(url -> !url.contains("/sign-in"));
        return this;
    }

    /** Opens a page of the application and expects it to be there. */
    public Window open(String path) {
        settle();
        Response response = Objects.requireNonNull(page.navigate(home + path), "no answer");
        assertThat(response.status()).as(path).isEqualTo(200);
        return this;
    }

    /** The page itself, for everything that has no word here. */
    public Page page() {
        return page;
    }

    /**
     * Expects axe to find nothing, nothing to be cut off, and no rule of the policy broken. The dark window asks only for the
     * colours, the enlarged one for everything but contrast: the rest is what the wide window sees, and contrast is most of the cost.
     */
    public Window isFine(String name) {
        return isFine(name, kind.rules());
    }

    /** The same with every rule: for what no other window sees. */
    public Window isFineInFull(String name) {
        return isFine(name, new AxeRunOptions());
    }

    /** Waits until no form is on its way: scripts send it, so a click does not wait for its answer. */
    private void settle() {
        if (kind.scripts) {
            page.locator("form[data-sending]")
                    .first()
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        }
    }

    private Window isFine(String name, AxeRunOptions rules) {
        settle();
        picture(name);
        assertThat(complaints).as("complaints at " + name).isEmpty();
        if (kind.scripts) {
            assertThat(violations(rules)).as("axe at " + name + " " + kind).isEmpty();
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("no scrolling sideways at " + name + " " + kind)
                    .isTrue();
        }
        return this;
    }

    /** With {@code -Dpictures}, takes one of the whole page into {@code target/screenshots}: for people, not needed by any test. */
    void picture(String name) {
        if (System.getProperty("pictures") == null) {
            return;
        }
        String file = name + "-" + kind.name().toLowerCase(Locale.ROOT) + ".png";
        page.screenshot(
                new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(file)).setFullPage(true));
    }

    private List<String> violations(AxeRunOptions rules) {
        rules.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                        .options(rules)
                        .setLegacyMode(true) // no frames here, and the other mode opens a page of its own every time
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                                + rule.getNodes().stream()
                                        .map(CheckedNode::getHtml)
                                        .limit(3)
                                        .toList())
                        .toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
