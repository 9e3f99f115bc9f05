package care.throughline.infra.intake;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.infra.testing.ThroughlineTest;
import care.throughline.samples.Fixtures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The command that feeds a running server files, as an operator types it. */
@ThroughlineTest
class FeedCommandTest {

    private static final String ADMISSION = """
            MSH|^~\\&|RIVERADT|RVBND|CARECOORD|CLINIC|20260301080000||ADT^A01|FEED-CMD-1|P|2.5.1\r\
            EVN|A01|20260301080000\r\
            PID|1||FEEDCMD1^^^RVBND^MR||Feedcommand^Fay||19500101|F\r\
            PV1|1|I|3W^301^A||||||||||||||||FEEDCMDV1|||||||||||||||||||||||||20260301080000
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private MllpServer mllp;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void a_folder_of_messages_and_bundles_is_sent_and_what_each_caused_is_said() throws Exception {
        Files.writeString(folder.resolve("one.hl7"), ADMISSION + "\n" + ADMISSION);
        Files.write(
                Files.createDirectory(folder.resolve("providers")).resolve("organizations.json"),
                Fixtures.found().bytes("fhir/providers/organizations.json"));

        assertThat(feed(folder)).isZero();

        assertThat(words().lines())
                .anyMatch(line -> line.matches(" +1  organizations.json  HTTP 200  msg_\\S+"))
                .anyMatch(line -> line.matches(" +2  ADT\\^A01 FEED-CMD-1  AA  msg_\\S+"))
                .anyMatch(line -> line.matches(" +\\d+ stay\\.Admitted .*"))
                .anyMatch(line -> line.matches(" +3  ADT\\^A01 FEED-CMD-1  AA  .*"))
                .contains("3 sent, 3 accepted.");
    }

    @Test
    void every_bad_message_is_sent_and_the_next_as_well() throws Exception {
        Files.write(folder.resolve("bad.hl7"), Fixtures.found().bytes("hl7/bad/02_missing_msh.hl7"));
        Files.writeString(folder.resolve("good.hl7"), ADMISSION.replace("FEED-CMD-1", "FEED-CMD-2"));

        assertThat(feed(folder)).isZero();

        assertThat(words())
                .contains("bad.hl7  AR  msg_")
                .contains("ADT^A01 FEED-CMD-2  AA")
                .contains("2 sent, 1 accepted; the others are kept, see http://localhost:" + port + "/intake.");
    }

    @Test
    void nothing_to_send_is_said_with_what_to_do() throws Exception {
        assertThat(feed(folder)).isEqualTo(2);
        assertThat(words()).contains("holds no file that ends in .json or .hl7");
        assertThat(feed(folder.resolve("absent"))).isEqualTo(2);
        assertThat(words()).contains("Say what to send: a file of HL7 v2 messages");
    }

    @Test
    void a_server_that_is_not_there_is_named_with_what_to_do() throws Exception {
        Files.writeString(folder.resolve("one.hl7"), ADMISSION);
        assertThat(send(folder, port, free())).isEqualTo(1);
        assertThat(words())
                .contains("No server answers at http://localhost:" + port)
                .contains("THROUGHLINE_MLLP");
    }

    private static int free() throws IOException {
        try (ServerSocket nobody = new ServerSocket(0)) {
            return nobody.getLocalPort();
        }
    }

    private int feed(Path source) throws InterruptedException {
        return send(source, port, mllp.port());
    }

    private int send(Path source, int http, int messages) throws InterruptedException {
        FeedTarget target = FeedTarget.of(
                Map.of("THROUGHLINE_URL", "http://localhost:" + http, "THROUGHLINE_MLLP", "localhost:" + messages));
        return new Feed(target, new PrintStream(said, true, StandardCharsets.UTF_8)).send(List.of(source.toString()));
    }

    private String words() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
