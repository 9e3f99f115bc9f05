package care.throughline.command.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.command.Rejected;
import care.throughline.command.directory.DirectoryCommand.ChangeCapacity;
import care.throughline.command.directory.DirectoryCommand.Correct;
import care.throughline.command.directory.DirectoryCommand.Enter;
import care.throughline.command.directory.DirectoryCommand.Verify;
import care.throughline.command.directory.DirectoryCommand.Withdraw;
import care.throughline.command.directory.DirectoryRequests.Details;
import care.throughline.command.directory.DirectoryRequests.Span;
import care.throughline.events.PerformerId;
import care.throughline.events.directory.Capacity;
import care.throughline.events.directory.DirectoryEvent;
import care.throughline.events.directory.OpeningHours;
import care.throughline.events.directory.Profile;
import care.throughline.events.directory.Specialty;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DirectoryStateTest {

    private static final PerformerId HEART = new PerformerId("prf_heart");
    private static final Instant NOW = Instant.parse("2026-10-01T12:00:00Z");
    private static final Span MORNING = new Span(LocalTime.of(8, 0), LocalTime.NOON);

    private DirectoryState state = new DirectoryState.Absent();

    @Test
    void a_performer_is_entered_once() {
        assertThat(when(enter("Heart"))).containsExactly("PerformerEntered");
        assertThat(when(enter("Heart"))).isEmpty();
        rejected("performer-present", enter("Lungs"));
        assertThat(state.standing().capacity()).isEqualTo(Capacity.OPEN);
    }

    @Test
    void only_what_is_different_is_told() {
        when(enter("Heart"));
        assertThat(when(new ChangeCapacity(HEART, Capacity.OPEN, NOW))).isEmpty();
        assertThat(when(new ChangeCapacity(HEART, Capacity.WAITLIST, NOW))).containsExactly("CapacityChanged");
        assertThat(when(new Correct(HEART, profile("Heart"), NOW))).isEmpty();
        assertThat(when(new Correct(HEART, profile("Heart Center"), NOW))).containsExactly("ProfileCorrected");
        assertThat(state.standing().capacity()).isEqualTo(Capacity.WAITLIST);
    }

    @Test
    void a_verification_counts_when_it_is_newer() {
        when(enter("Heart"));
        assertThat(when(new Verify(HEART, NOW))).isEmpty();
        assertThat(when(new Verify(HEART, NOW.plusSeconds(1)))).containsExactly("PerformerVerified");
    }

    @Test
    void whoever_is_withdrawn_has_no_room_and_may_come_back() {
        when(enter("Heart"));
        assertThat(when(new Withdraw(HEART, NOW))).containsExactly("PerformerWithdrawn");
        assertThat(when(new Withdraw(HEART, NOW))).isEmpty();
        assertThat(state.standing()).isEqualTo(new Standing(null, Capacity.NONE));
        rejected("performer-unknown", new ChangeCapacity(HEART, Capacity.OPEN, NOW));
        assertThat(when(enter("Heart"))).containsExactly("PerformerEntered");
    }

    @Test
    void hours_come_in_the_order_of_the_week() {
        Profile profile = details("en", "10001", Map.of(DayOfWeek.SATURDAY, MORNING, DayOfWeek.MONDAY, MORNING))
                .profile();
        assertThat(profile.hours()).extracting(OpeningHours::day).containsExactly(DayOfWeek.MONDAY, DayOfWeek.SATURDAY);
    }

    @Test
    void what_nobody_could_use_is_refused() {
        unclear("hours-unclear", details("en", "10001", Map.of(DayOfWeek.MONDAY, new Span(LocalTime.NOON, null))));
        unclear(
                "hours-unclear",
                details("en", "10001", Map.of(DayOfWeek.MONDAY, new Span(LocalTime.NOON, LocalTime.NOON))));
        unclear("language-unclear", details("Spanish", "10001", Map.of()));
        unclear("zip-unclear", details("en", "1000", Map.of()));
    }

    private static Details details(String language, String zip, Map<DayOfWeek, Span> hours) {
        return new Details("Heart", Specialty.CARDIOLOGY, Set.of(language), hours, zip, "555 0100", null);
    }

    private static Profile profile(@Nullable String name) {
        return new Details(
                        name,
                        Specialty.CARDIOLOGY,
                        Set.of("en"),
                        Map.of(DayOfWeek.MONDAY, MORNING),
                        "10001",
                        "1",
                        false)
                .profile();
    }

    private static DirectoryCommand enter(String name) {
        return new Enter(HEART, profile(name), Capacity.OPEN, NOW);
    }

    private List<String> when(DirectoryCommand command) {
        List<DirectoryEvent> events = state.decide(command);
        events.forEach(event -> state = state.evolve(event));
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    private void rejected(String reason, DirectoryCommand command) {
        assertThatThrownBy(() -> state.decide(command))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.reason()).isEqualTo(reason));
    }

    private static void unclear(String reason, Details details) {
        assertThatThrownBy(details::profile)
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.reason()).isEqualTo(reason));
    }
}
