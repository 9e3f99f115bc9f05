package care.throughline.infra.browser;

import care.throughline.verifier.Verifier;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Where there is nothing but Java, the verifier and what was brought along: no server, no database, no other class. */
record AnotherMachine(Path desk) {

    /**
     * What the verifier said there.
     *
     * @param outcome its exit code, one of {@link Verifier}'s
     */
    record Said(int outcome, String words) {}

    Said verify(Path export, Path checkpoint) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        verifier(),
                        Verifier.class.getName(),
                        "--known",
                        checkpoint.toString(),
                        export.toString())
                .directory(desk.toFile())
                .redirectErrorStream(true)
                .start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), words);
    }

    private static String verifier() {
        try {
            return Path.of(Verifier.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
