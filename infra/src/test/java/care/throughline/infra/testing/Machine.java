package care.throughline.infra.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;

/** A program that does what a coordinator does, for benchmarks. */
public final class Machine {

    /** What an application is started with to know it. */
    static final String[] PROPERTIES = {
        "throughline.security.clients.benchmark.secret={bcrypt}$2a$10$bdm6D9Lk1WcpnAOxCfVmQeB6WGdOoVR9DQypT9Hk4GDM5VZCu/HY2",
        "throughline.security.clients.benchmark.role=COORDINATOR"
    };

    private Machine() {}

    /** A token of the application on this port. */
    public static String token(int port) throws IOException, InterruptedException {
        String secret = Base64.getEncoder().encodeToString("benchmark:demo".getBytes(StandardCharsets.UTF_8));
        HttpRequest asking = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/oauth2/token"))
                .header("Authorization", "Basic " + secret)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            String answer =
                    client.send(asking, HttpResponse.BodyHandlers.ofString()).body();
            return JsonMapper.shared().readTree(answer).get("access_token").stringValue();
        }
    }
}
