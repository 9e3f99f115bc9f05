package care.throughline.command.intake;

import care.throughline.events.FacilityCode;
import care.throughline.events.Sensitivity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** Who may send us messages and who gives out the numbers in them. */
public record Facilities(ZoneId clinicTimeZone, @Nullable Assigner regionalAssigner, List<Facility> facilities) {

    /** Reads the configuration, YAML or JSON.
     *
     * @throws IllegalArgumentException if it is neither or lacks something
     */
    public static Facilities read(InputStream configuration) {
        try (configuration) {
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(configuration);
            return JsonMapper.shared().convertValue(tree, Facilities.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sender of a message, by both of its names (MSH-3, MSH-4). */
    public Optional<Facility> sender(String application, String facility) {
        return facilities.stream()
                .filter(f -> f.sendingApplication().equals(application)
                        && f.sendingFacility().equals(facility))
                .findFirst();
    }

    /** The labels of whatever is told of anybody in the facility of this code. */
    public Set<Sensitivity> labels(FacilityCode code) {
        return facilities.stream()
                .filter(facility -> facility.code().equals(code))
                .flatMap(facility -> facility.labels().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The assigner that goes by this name: namespace, OID or FHIR system. */
    public Optional<Assigner> assigner(String name) {
        return assigners().filter(assigner -> assigner.isCalled(name)).findFirst();
    }

    private Stream<Assigner> assigners() {
        return Stream.concat(
                Stream.ofNullable(regionalAssigner), facilities.stream().map(Facility::assigner));
    }
}
