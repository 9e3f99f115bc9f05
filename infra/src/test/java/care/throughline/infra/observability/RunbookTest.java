package care.throughline.infra.observability;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.command.Commands;
import care.throughline.command.patient.PatientCommand;
import care.throughline.events.PatientId;
import care.throughline.infra.testing.Repository;
import care.throughline.infra.testing.ThroughlineTest;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

@ThroughlineTest
class RunbookTest {

    private static final String RULES = "infra/deploy/prometheus/alerts.yml";
    private static final String DASHBOARD = "infra/deploy/grafana/throughline.json";
    private static final Pattern METRIC =
            Pattern.compile("\\b(?:throughline|http_server|hikaricp|jvm|process)_[a-z_]+[a-z]\\b");

    @LocalServerPort
    private int port;

    @Autowired
    private PrometheusMeterRegistry meters;

    @Autowired
    private Commands commands;

    @Autowired
    private ProcessorGauges gauges;

    @Test
    void every_alert_has_its_section_in_the_runbook() throws IOException {
        Set<String> sections = Files.readString(Repository.path("infra/docs/operations.md"))
                .lines()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> linked = rules().stream()
                .map(rule -> annotation(rule, "runbook_url"))
                .peek(link -> assertThat(link).startsWith("infra/docs/operations.md#"))
                .map(link -> link.substring(link.indexOf('#') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(linked).isEqualTo(sections);
        assertThat(rules())
                .allSatisfy(rule -> assertThat(annotation(rule, "summary")).isNotBlank());
    }

    @Test
    void every_metric_that_is_watched_is_offered() throws IOException, InterruptedException {
        gauges.look();
        meters.counter("throughline.intake.messages", "source", "test", "outcome", "applied");
        commands.send(new PatientCommand.Register(new PatientId(PatientId.PREFIX + UUID.randomUUID()), Instant.EPOCH));
        ask("/sign-in");
        String scrape = meters.scrape();
        String watched = Files.readString(Repository.path(RULES)) + Files.readString(Repository.path(DASHBOARD));
        Set<String> names = METRIC.matcher(watched)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(names)
                .hasSizeGreaterThan(10)
                .allSatisfy(name -> assertThat(scrape)
                        .as("what the alerts and the dashboard watch is in a scrape")
                        .contains(name.replaceAll("_bucket$", "_count")));
    }

    private void ask(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.send(request, HttpResponse.BodyHandlers.discarding());
        }
    }

    private static List<Map<?, ?>> rules() throws IOException {
        Object file = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(Repository.path(RULES)));
        return children(file, "groups")
                .flatMap(group -> children(group, "rules"))
                .<Map<?, ?>>map(rule -> (Map<?, ?>) rule)
                .toList();
    }

    private static Stream<?> children(Object parent, String key) {
        return ((List<?>) value(parent, key)).stream();
    }

    private static String annotation(Map<?, ?> rule, String key) {
        return value(value(rule, "annotations"), key).toString();
    }

    private static Object value(Object map, String key) {
        Object value = ((Map<?, ?>) map).get(key);
        if (value == null) {
            throw new IllegalStateException(RULES + " lacks " + key);
        }
        return value;
    }
}
