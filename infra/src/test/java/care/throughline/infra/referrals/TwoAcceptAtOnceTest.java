package care.throughline.infra.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.infra.testing.ThroughlineTest;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.context.WebApplicationContext;

/** Two performers press the same button on their secure pages, each over a connection of its own. */
@ThroughlineTest
class TwoAcceptAtOnceTest {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Autowired
    private WebApplicationContext application;

    @LocalServerPort
    private int port;

    @RepeatedTest(12)
    void one_wins_and_the_other_is_told() throws Exception {
        Asking desk = new Asking(application);
        String north = desk.foodBank("north-pantry");
        String south = desk.foodBank("south-pantry");
        String referral = desk.sent(desk.somebody(), north, south);
        List<Visit> visits = List.of(visit(desk.link(referral, north)), visit(desk.link(referral, south)));

        List<HttpResponse<String>> answers = together(visits);

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 422);
        int winner = answers.getFirst().statusCode() == 200 ? 0 : 1;
        assertThat(answers.get(1 - winner).body())
                .contains("taken-by-another", "Another performer accepted this referral first.");
        assertThat(desk.shown(referral).path("performer").asString()).isEqualTo(winner == 0 ? north : south);
        assertThat(desk.shown(referral).path("status").asString()).isEqualTo("ACCEPTED");
        assertThat(visits.get(1 - winner).page()).contains("Another performer has accepted this referral");
    }

    private static List<HttpResponse<String>> together(List<Visit> visits) throws Exception {
        CyclicBarrier start = new CyclicBarrier(visits.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(visits.size())) {
            List<Callable<HttpResponse<String>>> clicks = visits.stream()
                    .<Callable<HttpResponse<String>>>map(visit -> () -> {
                        start.await();
                        return visit.accept();
                    })
                    .toList();
            List<Future<HttpResponse<String>>> answers = threads.invokeAll(clicks);
            return List.of(answers.get(0).get(), answers.get(1).get());
        }
    }

    /** The page is open in a browser of the performer's own. */
    private Visit visit(String link) throws Exception {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        Visit visit = new Visit(browser, URI.create("http://localhost:" + port + link), "");
        Matcher found = CSRF.matcher(visit.page());
        assertThat(found.find()).as("the page has a form").isTrue();
        return new Visit(browser, visit.address, found.group(1));
    }

    private record Visit(HttpClient browser, URI address, String csrf) {

        String page() throws Exception {
            HttpRequest look = HttpRequest.newBuilder(address)
                    .header("Accept", "text/html")
                    .build();
            return browser.send(look, HttpResponse.BodyHandlers.ofString()).body();
        }

        HttpResponse<String> accept() throws Exception {
            HttpRequest click = HttpRequest.newBuilder(URI.create(address + "/accepted"))
                    .header("Accept", "application/json")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "_csrf=" + URLEncoder.encode(csrf, StandardCharsets.UTF_8)))
                    .build();
            return browser.send(click, HttpResponse.BodyHandlers.ofString());
        }
    }
}
