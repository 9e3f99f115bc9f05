package care.throughline.infra.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Invents people: always the same ones for the same source of randomness. */
final class People {

    private static final List<String> FAMILY = List.of(
            "Abara",
            "Alvarez",
            "Bergström",
            "Chen",
            "Costa",
            "Delgado",
            "Doyle",
            "Eriksen",
            "Farouk",
            "Fontaine",
            "Goldberg",
            "Haddad",
            "Ibrahim",
            "Jankowski",
            "Kowalczyk",
            "Lindqvist",
            "Mbeki",
            "Morales",
            "Nakamura",
            "Nguyen",
            "O'Connor",
            "Okafor",
            "Pappas",
            "Quiroga",
            "Rossi",
            "Santos",
            "Schreiber",
            "Sharma",
            "Silva",
            "Tanaka",
            "Thibault",
            "Underwood",
            "Vance",
            "Weissman",
            "Yildiz",
            "Zielinski");
    private static final List<String> FEMALE = List.of(
            "Amara",
            "Beatriz",
            "Carmen",
            "Dolores",
            "Edith",
            "Fatima",
            "Grace",
            "Hana",
            "Ingrid",
            "Josephine",
            "Lucille",
            "Mei",
            "Noor",
            "Olive",
            "Priya",
            "Rosa",
            "Sofia",
            "Thelma",
            "Vera",
            "Wanda");
    private static final List<String> MALE = List.of(
            "Anton",
            "Bernard",
            "Carlos",
            "Dmitri",
            "Ernest",
            "Francisco",
            "George",
            "Hassan",
            "Isaac",
            "Jorge",
            "Kenji",
            "Leonard",
            "Miguel",
            "Nikolai",
            "Oscar",
            "Paulo",
            "Ravi",
            "Samuel",
            "Theo",
            "Walter");
    private static final List<String> STREET =
            List.of("Alder", "Birch", "Canal", "Dock", "Elm", "Foundry", "Garden", "Harbor", "Mill", "Orchard");
    private static final List<String> KIND = List.of("Street", "Avenue", "Lane", "Road");
    private static final List<Town> TOWNS = List.of(
            new Town("Springfield", "01103"),
            new Town("Worcester", "01608"),
            new Town("Lowell", "01852"),
            new Town("Holyoke", "01040"),
            new Town("Greenfield", "01301"),
            new Town("Pittsfield", "01201"));
    private static final List<String> LANGUAGES = List.of("en", "en", "en", "en", "en", "es", "es", "pt", "vi", "ht");

    private final RandomGenerator random;
    private int made;

    People(RandomGenerator random) {
        this.random = random;
    }

    /** The next person, who is at home at this hospital. */
    Person next(Hospital home) {
        made++;
        boolean woman = random.nextBoolean();
        Town town = pick(TOWNS);
        return new Person(
                home,
                String.format(Locale.ROOT, "7%06d", made * 37),
                String.format(Locale.ROOT, "D%08d", made * 7_919),
                pick(FAMILY),
                pick(woman ? FEMALE : MALE),
                LocalDate.of(1934 + random.nextInt(58), 1 + random.nextInt(12), 1 + random.nextInt(28)),
                woman ? "F" : "M",
                (1 + random.nextInt(240)) + " " + pick(STREET) + " " + pick(KIND),
                town.name(),
                town.zip(),
                String.format(Locale.ROOT, "(555)%03d-%04d", 200 + random.nextInt(700), random.nextInt(10_000)),
                pick(LANGUAGES));
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private record Town(String name, String zip) {}
}
