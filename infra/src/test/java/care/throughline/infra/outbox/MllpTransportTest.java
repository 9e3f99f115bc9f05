package care.throughline.infra.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.command.exchange.Effect;
import care.throughline.events.PatientId;
import care.throughline.events.PerformerId;
import care.throughline.events.ReferralId;
import care.throughline.events.directory.Reach;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MllpTransportTest {

    private static final String PASSWORD = "for this test";
    private static final byte[] MESSAGE = "MSH|^~\\&|A|B|C|D|1||OMG^O19|TL1|P|2.5.1\r".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private static Path folder;

    @BeforeAll
    static void a_certificate() throws IOException, InterruptedException {
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "theirs",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-keystore",
                        keys().toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"AA, Delivered", "CA, Delivered", "AE, Unreached", "AR, Refused", "XX, Unreached"})
    void the_acknowledgment_says_what_became_of_it(String code, String outcome) throws IOException {
        try (MllpReceiver receiver = new MllpReceiver()) {
            receiver.answers(code);
            assertThat(send(plain(), receiver.address(), false).getClass().getSimpleName())
                    .isEqualTo(outcome);
        }
    }

    @Test
    void silence_an_answer_to_something_else_and_nobody_there_are_no_acknowledgment() throws IOException {
        try (MllpReceiver receiver = new MllpReceiver()) {
            receiver.answers(null);
            assertThat(send(plain(), receiver.address(), false)).isEqualTo(new Outcome.Unreached("NoAnswer"));
            receiver.answers("AA|TL2");
            assertThat(send(plain(), receiver.address(), false)).isEqualTo(new Outcome.Unreached("NoAnswer"));
        }
        assertThat(send(plain(), "127.0.0.1:1", false)).isEqualTo(new Outcome.Unreached("ConnectException"));
    }

    @Test
    void over_tls_it_speaks_only_with_whom_it_trusts_and_who_is_called_as_the_address_says() throws Exception {
        try (MllpReceiver receiver =
                new MllpReceiver(theirs().getServerSocketFactory().createServerSocket(0))) {
            String byName = "localhost:" + receiver.port();
            assertThat(send(trusting(), byName, true)).isEqualTo(new Outcome.Delivered("AA"));
            assertThat(send(plain(), byName, true)).isEqualTo(new Outcome.Unreached("SSLHandshakeException"));
            assertThat(send(trusting(), "127.0.0.1:" + receiver.port(), true))
                    .as("the certificate names localhost alone")
                    .isEqualTo(new Outcome.Unreached("SSLHandshakeException"));
        }
    }

    private static Outcome send(SSLContext trust, String address, boolean tls) {
        Reach reach = new Reach(Reach.Channel.HL7, address, tls, "C", "D");
        Outgoing message = new Outgoing(
                1,
                Effect.REQUEST,
                "TL1",
                1,
                new ReferralId("ref_a"),
                new PatientId("pat_a"),
                new PerformerId("prf_a"),
                0,
                reach,
                null);
        return new MllpTransport(trust, Duration.ofSeconds(10)).send(message, MESSAGE);
    }

    private static SSLContext plain() {
        try {
            return SSLContext.getDefault();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext trusting() throws IOException, GeneralSecurityException {
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(stored());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static SSLContext theirs() throws IOException, GeneralSecurityException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(stored(), PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static KeyStore stored() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys())) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private static Path keys() {
        return folder.resolve("theirs.p12");
    }
}
