package care.throughline.infra.events;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.infra.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class EventCatalogueTest {

    private static final Path PAGE = Repository.path("infra/docs/events.md");

    @Test
    void the_committed_catalogue_is_up_to_date() throws IOException {
        assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
                .as("infra/docs/events.md is stale; refresh and commit it: mvn test -pl infra -am"
                        + " -Dtest='EventCatalogueTest#it_is_written*' -Ddocs.write=true"
                        + " -Dsurefire.failIfNoSpecifiedTests=false")
                .isEqualTo(Catalogue.page());
    }

    @Test
    @EnabledIfSystemProperty(named = "docs.write", matches = "true")
    void it_is_written_when_asked_for() throws IOException {
        Files.createDirectories(PAGE.resolveSibling("."));
        Files.writeString(PAGE, Catalogue.page());
    }
}
