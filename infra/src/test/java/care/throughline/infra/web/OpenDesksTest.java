package care.throughline.infra.web;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.infra.testing.Discharges;
import care.throughline.infra.testing.ThroughlineTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ThroughlineTest
@Timeout(60)
class OpenDesksTest {

    private static final int MOST = 500;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Autowired
    private Discharges discharges;

    @LocalServerPort
    private int port;

    @Test
    void one_desk_too_many_is_told_to_come_back_later_and_there_is_room_again_when_others_close()
            throws IOException, InterruptedException {
        signIn();
        Deque<InputStream> open = new ArrayDeque<>();
        HttpResponse<InputStream> answer = desk();
        while (answer.statusCode() == 200 && open.size() <= MOST) {
            open.add(answer.body());
            answer = desk();
        }
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8))
                .contains("\"reason\":\"unavailable\"");
        assertThat(open).as("desks that were let in").hasSizeBetween(1, MOST);

        for (InputStream desk : open) {
            desk.close();
        }
        discharges.home("Roomagain");
        do {
            answer = desk();
            answer.body().close();
        } while (answer.statusCode() == 503);
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private void signIn() throws IOException, InterruptedException {
        String page = http.send(
                        request("/sign-in").header("Accept", "text/html").GET().build(), BodyHandlers.ofString())
                .body();
        Matcher token = TOKEN.matcher(page);
        assertThat(token.find()).isTrue();
        String form = "account=nora.quinn&password=demo&_csrf=" + token.group(1);
        HttpResponse<Void> answer = http.send(
                request("/sign-in")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.discarding());
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).doesNotContain("sign-in"));
    }

    /** Opens one more desk that is told of changes; the connection lasts until its body is closed. */
    private HttpResponse<InputStream> desk() throws IOException, InterruptedException {
        return http.send(
                request("/desk/live")
                        .header("Accept", "text/event-stream")
                        .GET()
                        .build(),
                BodyHandlers.ofInputStream());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .version(HttpClient.Version.HTTP_1_1);
    }
}
