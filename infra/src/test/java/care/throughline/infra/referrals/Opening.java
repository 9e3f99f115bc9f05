package care.throughline.infra.referrals;

import care.throughline.command.Commands;
import care.throughline.command.directory.DirectoryCommand.Enter;
import care.throughline.command.patient.PatientCommand.Register;
import care.throughline.events.Meta;
import care.throughline.events.PatientId;
import care.throughline.events.PerformerId;
import care.throughline.events.directory.Capacity;
import care.throughline.events.directory.Profile;
import care.throughline.events.directory.Specialty;
import care.throughline.infra.testing.Load.Work;
import care.throughline.infra.testing.PlainHttp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Opens referrals, as a program does over HTTP and with the least that could do the same. */
final class Opening {

    private static final String FOOD_BANK = "prf_benchmark";
    private static final Map<String, String> TOLD = Map.of(Meta.ACTOR, "system:benchmark");
    private static final String WISH = """
            {"referral": "%s", "kind": "SERVICE", "specialty": "FOOD", "urgency": "ROUTINE", "reason": "Eats once a day"}""";

    private final int port;
    private final String token;
    private final PlainServer plain;
    private final List<PatientId> patients;

    /** Enters a food bank and registers so many people.
     *
     * @param port where the application listens
     * @param token of a machine that coordinates
     */
    Opening(Commands commands, int port, String token, PlainServer plain, int people) {
        this.port = port;
        this.token = token;
        this.plain = plain;
        Profile profile =
                new Profile("Food bank", Specialty.FOOD, Set.of("en"), List.of(), "01105", "413-555-0142", false);
        commands.send(new Enter(new PerformerId(FOOD_BANK), profile, Capacity.OPEN, Instant.EPOCH), TOLD);
        this.patients = IntStream.range(0, people)
                .mapToObj(i -> new PatientId(PatientId.PREFIX + UUID.randomUUID()))
                .toList();
        patients.forEach(patient -> commands.send(new Register(patient, Instant.EPOCH), TOLD));
    }

    /** Three events by three requests, each acknowledged durable: drafted, the consent put into its packet, sent. */
    Work overHttp() throws IOException {
        return new Asking(new PlainHttp(port, "Bearer " + token)) {
            @Override
            public void once() throws IOException {
                PatientId patient = patients.get(ThreadLocalRandom.current().nextInt(patients.size()));
                String referral = "ref_" + UUID.randomUUID();
                connection.post("/api/patients/" + patient + "/referrals", WISH.formatted(referral));
                String path = "/api/referrals/" + referral;
                connection.post(path + "/packet", "{\"item\": \"CONSENT_TO_SHARE\", \"present\": true}");
                connection.post(path + "/send", "{\"performers\": [\"" + FOOD_BANK + "\"]}");
            }
        };
    }

    /** The same three events by one request to the least of servers. */
    Work overPlainServer() throws IOException {
        return new Asking(new PlainHttp(plain.port(), "")) {
            @Override
            public void once() throws IOException {
                connection.post("/referrals", WISH.formatted("ref_" + UUID.randomUUID()));
            }
        };
    }

    /** The same three rows in one commit, without HTTP. */
    Work floor() {
        byte[] payload = WISH.getBytes(StandardCharsets.UTF_8);
        return () -> plain.store(UUID.randomUUID().toString(), payload);
    }

    /** On a connection of its own. */
    private abstract static class Asking implements Work {

        final PlainHttp connection;

        Asking(PlainHttp connection) {
            this.connection = connection;
        }

        @Override
        public void end() throws IOException {
            connection.close();
        }
    }
}
