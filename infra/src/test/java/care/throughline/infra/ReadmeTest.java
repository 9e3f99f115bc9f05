package care.throughline.infra;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.infra.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)");

    @Test
    void whatever_it_links_to_is_there() throws IOException {
        assertThat(linkedFrom(readme()))
                .hasSizeGreaterThan(20)
                .allSatisfy(file -> assertThat(file).exists());
    }

    @Test
    void who_follows_a_discharge_finds_each_step_in_a_file_of_two_screens() throws IOException {
        String readme = readme();
        int begin = readme.indexOf("## Follow one discharge");
        List<Path> steps = linkedFrom(readme.substring(begin, readme.indexOf("\n## ", begin)));
        assertThat(steps)
                .hasSizeGreaterThan(10)
                .allSatisfy(step ->
                        assertThat(Files.readAllLines(step)).as(step.toString()).hasSizeLessThan(200));
    }

    private static String readme() throws IOException {
        return Files.readString(Repository.path("README.md"));
    }

    private static List<Path> linkedFrom(String text) {
        return LINK.matcher(text)
                .results()
                .map(found -> Repository.path(found.group(1)))
                .toList();
    }
}
