package care.throughline.infra.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import care.throughline.infra.testing.ThroughlineTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@ThroughlineTest
class NothingDialsOutTest {

    private static final Path FILES = Path.of("/proc/self/fd");
    private static final String NOBODY_V4 = "00000000";
    private static final String LOOPBACK_V4 = "0100007F";
    private static final Set<String> AT_HOME = Set.of(
            NOBODY_V4,
            LOOPBACK_V4,
            "0".repeat(32),
            "0".repeat(24) + "01000000",
            "0000000000000000FFFF0000" + LOOPBACK_V4,
            "0000000000000000FFFF0000" + NOBODY_V4);

    @Test
    void every_connection_of_a_default_install_ends_on_this_machine() throws IOException {
        assumeThat(Files.isDirectory(FILES)).as("a system with /proc").isTrue();
        Set<String> ours = sockets();
        assertThat(Stream.of("tcp", "tcp6").flatMap(NothingDialsOutTest::table))
                .filteredOn(line -> ours.contains(line[9]))
                .isNotEmpty()
                .allSatisfy(line -> {
                    String[] remote = line[2].split(":", 2);
                    assertThat(AT_HOME).contains(remote[0]);
                    assertThat(Integer.parseInt(remote[1], 16))
                            .as("the port of Axon Server")
                            .isNotEqualTo(8124);
                });
    }

    private static Stream<String[]> table(String name) {
        try {
            List<String> lines = Files.readAllLines(Path.of("/proc/self/net", name));
            return lines.stream().skip(1).map(line -> line.strip().split("\\s+"));
        } catch (IOException e) {
            return Stream.of();
        }
    }

    /** The inodes of this process's sockets. */
    private static Set<String> sockets() throws IOException {
        Set<String> inodes = new HashSet<>();
        try (Stream<Path> files = Files.list(FILES)) {
            for (Path file : files.toList()) {
                String target = target(file);
                if (target.startsWith("socket:[")) {
                    inodes.add(target.substring("socket:[".length(), target.length() - 1));
                }
            }
        }
        return inodes;
    }

    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }
}
