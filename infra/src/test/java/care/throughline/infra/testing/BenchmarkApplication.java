package care.throughline.infra.testing;

import care.throughline.infra.Throughline;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application on a benchmark's own PostgreSQL, with every projection and automation. */
public final class BenchmarkApplication {

    private BenchmarkApplication() {}

    /** Starts it; it knows {@link Machine}; close it before the server. */
    public static ConfigurableApplicationContext on(BenchmarkServer server) throws IOException {
        Stream<String> own = Stream.of(
                "--throughline.db.url=" + server.url(),
                "--throughline.data=" + Files.createTempDirectory("throughline-benchmark"),
                "--throughline.make-master-key=true",
                "--throughline.mllp.port=0",
                "--server.port=0",
                "--logging.level.root=warn");
        return SpringApplication.run(
                Throughline.class,
                Stream.concat(own, Stream.of(Machine.PROPERTIES).map(property -> "--" + property))
                        .toArray(String[]::new));
    }
}
