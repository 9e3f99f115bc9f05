package care.throughline.infra.intake;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.infra.testing.PostgresForTests;
import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks the application to end while hospitals and programs send to it without a pause. */
class StoppedUnderLoadTest {

    private static final int SENDERS = 4;
    private static final int EACH_AT_LEAST = 5;
    private static final int TERMINATED = 128 + 15;

    private final Set<String> answered = ConcurrentHashMap.newKeySet();
    private final AtomicInteger bundles = new AtomicInteger();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final CountDownLatch underWay = new CountDownLatch(2 * SENDERS * EACH_AT_LEAST);

    @TempDir(cleanup = CleanupMode.NEVER)
    private Path data;

    @Test
    void what_was_answered_is_applied_and_what_was_not_answered_is_not() throws Exception {
        String url = PostgresForTests.freshUrl();
        ChildServer server = new ChildServer(url, data);
        try {
            List<Thread> senders = new ArrayList<>();
            String token = token(server);
            for (int sender = 0; sender < SENDERS; sender++) {
                String name = "S" + sender;
                senders.add(Thread.ofVirtual().start(() -> sendMessages(server, name)));
                senders.add(Thread.ofVirtual().start(() -> sendBundles(server, token, name)));
            }
            assertThat(underWay.await(2, TimeUnit.MINUTES)).as("load").isTrue();

            assertThat(server.terminate()).isEqualTo(TERMINATED);
            for (Thread sender : senders) {
                sender.join();
            }
            assertThat(failures).isEmpty();
            assertThat(applied(url, "mllp")).containsExactlyInAnyOrderElementsOf(answered);
            assertThat(applied(url, "fhir")).hasSize(bundles.get());
        } finally {
            server.kill();
        }
    }

    /** One after the other on one connection, until it is closed instead of an answer. */
    private void sendMessages(ChildServer server, String name) {
        try (MllpClient hospital = server.connect()) {
            for (int i = 0; ; i++) {
                String id = name + "M" + i;
                String answer = hospital.send(message(id));
                if (answer.contains("\rMSA|AA|")) {
                    answered.add(id);
                    underWay.countDown();
                } else {
                    failures.add(id + ": " + answer);
                }
            }
        } catch (IOException closed) {
            // the server has stopped: nothing is sent any more
        }
    }

    /** One after the other, until nobody answers or the answer is to come back later. */
    private void sendBundles(ChildServer server, String token, String name) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address("/fhir"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/fhir+json");
        try (HttpClient program = HttpClient.newHttpClient()) {
            for (int i = 0; ; i++) {
                String id = name + "B" + i;
                HttpResponse<String> answer = program.send(
                        request.POST(BodyPublishers.ofString(bundle(id))).build(), BodyHandlers.ofString());
                if (answer.statusCode() == 503) {
                    return;
                }
                if (answer.statusCode() == 200) {
                    bundles.incrementAndGet();
                    underWay.countDown();
                } else {
                    failures.add(id + ": " + answer.statusCode() + " " + answer.body());
                }
            }
        } catch (IOException closed) {
            // the server has stopped: nothing is sent any more
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The control ids of the messages that came by this channel and were applied. */
    private static List<String> applied(String url, String channel) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        return JdbcClient.create(source)
                .sql("""
                        select message ->> 'controlId'
                        from store.event received join store.event applied using (aggregate_id),
                            lateral (select convert_from(received.payload, 'UTF8')::jsonb as message) read
                        where received.name = 'intake.MessageReceived' and applied.name = 'intake.MessageApplied'
                          and message ->> 'channel' = ?
                        """)
                .param(channel)
                .query(String.class)
                .list();
    }

    private static String token(ChildServer server) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.address("/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "grant_type=client_credentials&client_id=demo-integration&client_secret=demo"))
                .build();
        try (HttpClient program = HttpClient.newHttpClient()) {
            return JsonPath.read(program.send(request, BodyHandlers.ofString()).body(), "$.access_token");
        }
    }

    private static byte[] message(String id) {
        return ("MSH|^~\\&|ADMIT3|STCLR|||20260302100000||ADT^A01|" + id + "|P|2.3\rEVN|A01|20260302100000\r" + "PID|||"
                        + id + "^^^STCLR^MR||Load^Under\rPV1||I|||||||||||||||||" + id + "\r")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String bundle(String id) {
        return """
                {"resourceType": "Bundle", "type": "transaction", "timestamp": "2026-03-02T15:00:00Z",
                 "entry": [{"fullUrl": "urn:uuid:%1$s", "request": {"method": "POST", "url": "Patient"},
                   "resource": {"resourceType": "Patient", "name": [{"family": "Load"}],
                     "identifier": [{"system": "urn:example:load", "value": "%1$s",
                       "type": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v2-0203", "code": "MR"}]}}]}}]}""".formatted(id);
    }
}
