package care.throughline.infra.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.command.hl7.AdtReader;
import care.throughline.command.hl7.AnswerReader;
import care.throughline.command.intake.AsideMessages;
import care.throughline.command.intake.Intake;
import care.throughline.infra.testing.ThroughlineTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

@ThroughlineTest
class MllpOverTlsTest {

    private static final String PASSWORD = "for this test";

    @TempDir
    private static Path folder;

    @Autowired
    private AdtReader reader;

    @Autowired
    private AnswerReader answers;

    @Autowired
    private Intake intake;

    @Autowired
    private AsideMessages messages;

    @Autowired
    private Clock clock;

    @BeforeAll
    static void a_certificate() throws IOException, InterruptedException {
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "mllp",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-keystore",
                        keys().toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
    }

    @Test
    void a_sender_that_trusts_the_certificate_is_answered_over_tls() {
        listening(port -> {
            try (MllpSender sender =
                    new MllpSender(trusting().getSocketFactory().createSocket("localhost", port))) {
                assertThat(MllpSender.code(sender.send(message()))).isEqualTo("AA");
            } catch (IOException | GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void a_sender_that_does_not_trust_the_certificate_says_nothing() {
        listening(port -> assertThatThrownBy(() -> {
                    try (Socket socket =
                                    SSLContext.getDefault().getSocketFactory().createSocket("localhost", port);
                            MllpSender sender = new MllpSender(socket)) {
                        sender.send(message());
                    }
                })
                .isInstanceOf(SSLHandshakeException.class));
    }

    @Test
    void a_sender_without_tls_gets_no_answer_and_the_next_one_with_it_does() {
        listening(port -> {
            try (MllpSender plain = new MllpSender(new Socket(InetAddress.getLoopbackAddress(), port));
                    MllpSender sealed =
                            new MllpSender(trusting().getSocketFactory().createSocket("localhost", port))) {
                assertThat(plain.send(message())).isEmpty();
                assertThat(MllpSender.code(sealed.send(message()))).isEqualTo("AA");
            } catch (IOException | GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        });
    }

    /** Starts a second listener as an operator would configure it, on the intake of the application. */
    private void listening(Consumer<Integer> test) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
                .withUserConfiguration(MllpConfiguration.class)
                .withBean(AdtReader.class, () -> reader)
                .withBean(AnswerReader.class, () -> answers)
                .withBean(Intake.class, () -> intake)
                .withBean(AsideMessages.class, () -> messages)
                .withBean(Clock.class, () -> clock)
                .withPropertyValues(
                        "spring.ssl.bundle.jks.hospital.keystore.location=file:" + keys(),
                        "spring.ssl.bundle.jks.hospital.keystore.password=" + PASSWORD,
                        "throughline.mllp.ssl-bundle=hospital",
                        "throughline.mllp.port=0")
                .run(context -> test.accept(context.getBean(MllpServer.class).port()));
    }

    private static SSLContext trusting() throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        try (InputStream stored = Files.newInputStream(keys())) {
            trusted.load(stored, PASSWORD.toCharArray());
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static Path keys() {
        return folder.resolve("keys.p12");
    }

    private static byte[] message() {
        return ("MSH|^~\\&|ADMIT3|STCLR|||20260302100000||ADT^A01|OVERTLS|P|2.3\rEVN|A01|20260302100000\r"
                        + "PID|||OVERTLS^^^STCLR^MR||Sealed^Wire\rPV1||I|||||||||||||||||OVERTLS\r")
                .getBytes(StandardCharsets.UTF_8);
    }
}
