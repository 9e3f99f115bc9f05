package care.throughline.infra.referrals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The least that opens a referral over HTTP: JSON in, three rows in one durable commit, JSON out; no security, no framework. */
final class PlainServer implements AutoCloseable {

    private static final int EVENTS = 3;
    private static final String INSERT =
            "insert into plain_event (aggregate_id, sequence, payload) values (?, ?, ?), (?, ?, ?), (?, ?, ?)";

    private final JdbcTemplate jdbc;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(32);

    PlainServer(DataSource pool) throws IOException {
        this.jdbc = new JdbcTemplate(pool);
        jdbc.execute("create table plain_event (position bigint generated always as identity primary key,"
                + " aggregate_id text, sequence int, payload bytea, recorded_at timestamptz default now(),"
                + " unique (aggregate_id, sequence))");
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/referrals", this::open);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void open(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode wish = JsonMapper.shared().readTree(exchange.getRequestBody());
            String id = UUID.randomUUID().toString();
            store(id, JsonMapper.shared().writeValueAsBytes(wish));
            byte[] answer = "{\"referral\": \"%s\"}".formatted(id).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    /** The events of one referral in one commit. */
    void store(String id, byte[] payload) {
        List<Object> values = IntStream.range(0, EVENTS)
                .boxed()
                .<Object>mapMulti(
                        (sequence, to) -> List.of(id, sequence, payload).forEach(to))
                .toList();
        jdbc.update(INSERT, values.toArray());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
