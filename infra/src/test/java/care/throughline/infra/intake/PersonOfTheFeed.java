package care.throughline.infra.intake;

import care.throughline.samples.Fixtures;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Somebody of whom the feed tells, to be looked for on pages. */
public record PersonOfTheFeed(JsonNode truth) {

    /** People alive who went home from a hospital and were never merged, in the order of the truth. */
    public static List<PersonOfTheFeed> wentHome() {
        return those(person -> !person.get("transitions").isEmpty()
                && person.get("merges").isEmpty()
                && !person.get("demographics").get("deceased").asBoolean());
    }

    /** People who had two records. */
    public static List<PersonOfTheFeed> merged() {
        return those(person -> !person.get("merges").isEmpty());
    }

    private static List<PersonOfTheFeed> those(Predicate<JsonNode> wanted) {
        return StreamSupport.stream(
                        Fixtures.found()
                                .json("expected/adt_truth.json")
                                .get("persons")
                                .spliterator(),
                        false)
                .filter(wanted)
                .map(PersonOfTheFeed::new)
                .toList();
    }

    public String family() {
        return truth.get("demographics").get("family").asString();
    }

    public String given() {
        return truth.get("demographics").get("given").asString();
    }

    /** As pages show it. */
    public String name() {
        return family() + ", " + given();
    }

    /** In ISO 8601. */
    public String birthDate() {
        return truth.get("demographics").get("birthDate").asString();
    }

    /** The first number by which hospitals know this person. */
    public String number() {
        return truth.get("identifiers").get(0).get("value").asString();
    }
}
