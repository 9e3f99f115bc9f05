package care.throughline.infra.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The FHIR client of one performer: it gets a token with its own secret and speaks over real HTTP. */
final class PerformersSystem {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String home;
    private final String token;

    private PerformersSystem(String home, String token) {
        this.home = home;
        this.token = token;
    }

    static PerformersSystem of(int port, String id, String secret) throws IOException, InterruptedException {
        String home = "http://localhost:" + port;
        String basic = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        HttpRequest asking = HttpRequest.newBuilder(URI.create(home + "/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(asking, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new PerformersSystem(
                home,
                JsonMapper.shared().readTree(answer.body()).path("access_token").asString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI address = path.startsWith("http") ? URI.create(path) : URI.create(home + path);
        return client.send(asking(address).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    /** A resource that is there. */
    <R extends Resource> R read(Class<R> type, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return FHIR.newJsonParser().parseResource(type, answer.body());
    }

    /** The tasks that a search finds, on its first page. */
    List<Task> tasks(String search) throws IOException, InterruptedException {
        return tasks(read(Bundle.class, "/fhir/Task" + search));
    }

    static List<Task> tasks(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(entry -> (Task) entry.getResource())
                .toList();
    }

    /** A transaction of this system's own. */
    HttpResponse<String> post(String json) throws IOException, InterruptedException {
        HttpRequest.Builder asking = asking(URI.create(home + "/fhir"))
                .header("Content-Type", "application/fhir+json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        return client.send(asking.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> put(Task task, @Nullable String version) throws IOException, InterruptedException {
        return put(task.getIdElement().getIdPart(), FHIR.newJsonParser().encodeResourceToString(task), version);
    }

    HttpResponse<String> put(String id, String json, @Nullable String version)
            throws IOException, InterruptedException {
        HttpRequest.Builder asking = asking(URI.create(home + "/fhir/Task/" + id))
                .header("Content-Type", "application/fhir+json")
                .PUT(HttpRequest.BodyPublishers.ofString(json));
        if (version != null) {
            asking.header("If-Match", version);
        }
        return client.send(asking.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> patch(Task task, String operations, @Nullable String version)
            throws IOException, InterruptedException {
        HttpRequest.Builder asking = asking(
                        URI.create(home + "/fhir/Task/" + task.getIdElement().getIdPart()))
                .header("Content-Type", "application/json-patch+json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(operations));
        if (version != null) {
            asking.header("If-Match", version);
        }
        return client.send(asking.build(), HttpResponse.BodyHandlers.ofString());
    }

    static String escaped(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder asking(URI address) {
        return HttpRequest.newBuilder(address)
                .header("Accept", "application/fhir+json")
                .header("Authorization", "Bearer " + token);
    }
}
