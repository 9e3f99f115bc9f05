package care.throughline.command.directory;

import care.throughline.command.Rejected;
import care.throughline.command.Texts;
import care.throughline.events.PerformerId;
import care.throughline.events.directory.Capacity;
import care.throughline.events.directory.OpeningHours;
import care.throughline.events.directory.Profile;
import care.throughline.events.directory.Specialty;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What clients send to the directory; each says which command it is. */
final class DirectoryRequests {

    private static final Pattern ZIP = Pattern.compile("[0-9]{5}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    private DirectoryRequests() {}

    /** @param performer an id of the client's own, so that sending it again enters it once */
    record Entry(@Nullable PerformerId performer, Details details, Capacity capacity) {

        DirectoryCommand at(Instant now) {
            PerformerId id = Objects.requireNonNullElseGet(
                    performer, () -> new PerformerId(PerformerId.PREFIX + UUID.randomUUID()));
            return new DirectoryCommand.Enter(id, details.profile(), capacity, now);
        }
    }

    record Correction(Details details) {

        DirectoryCommand of(PerformerId performer, Instant now) {
            return new DirectoryCommand.Correct(performer, details.profile(), now);
        }
    }

    record Room(Capacity capacity) {

        DirectoryCommand of(PerformerId performer, Instant now) {
            return new DirectoryCommand.ChangeCapacity(performer, capacity, now);
        }
    }

    /** From when to when, on one day; both, or neither if it is closed. */
    record Span(@Nullable LocalTime from, @Nullable LocalTime to) {

        OpeningHours on(DayOfWeek day) {
            if (from == null || to == null || !from.isBefore(to)) {
                throw new Rejected("hours-unclear", "Give both times of a day, the earlier one first.");
            }
            return new OpeningHours(day, from, to);
        }
    }

    /**
     * What a performer says about itself.
     *
     * @param languages tags of two or three letters, for example {@code es}
     * @param hours the days on which it is open
     * @param part2Program whether it is a substance use disorder program (42 CFR 2.11); no if not said
     */
    record Details(
            @Nullable String name,
            Specialty specialty,
            @Nullable Set<String> languages,
            @Nullable Map<DayOfWeek, Span> hours,
            @Nullable String zip,
            @Nullable String phone,
            @Nullable Boolean part2Program) {

        Profile profile() {
            return new Profile(
                    Texts.required(name, "The name", Texts.LINE),
                    specialty,
                    spoken(),
                    week(),
                    fiveDigits(),
                    Texts.required(phone, "The phone number", Texts.LINE),
                    Boolean.TRUE.equals(part2Program));
        }

        private Set<String> spoken() {
            Set<String> spoken = languages == null ? Set.of() : Set.copyOf(languages);
            if (spoken.isEmpty() || !spoken.stream().allMatch(LANGUAGE.asMatchPredicate())) {
                throw new Rejected("language-unclear", "Say which languages are spoken, for example en and es.");
            }
            return spoken;
        }

        private List<OpeningHours> week() {
            Map<DayOfWeek, Span> open = hours == null ? Map.of() : hours;
            return open.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(day -> day.getValue().on(day.getKey()))
                    .toList();
        }

        private String fiveDigits() {
            String said = Texts.required(zip, "The ZIP code", Texts.LINE);
            if (!ZIP.matcher(said).matches()) {
                throw new Rejected("zip-unclear", "A ZIP code has five digits.");
            }
            return said;
        }
    }
}
