package care.throughline.command.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.command.Rejected;
import care.throughline.events.PerformerId;
import care.throughline.events.directory.Capacity;
import care.throughline.events.directory.DirectoryEvent;
import care.throughline.events.directory.Profile;
import care.throughline.events.directory.Specialty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CashPriceTest {

    private static final PerformerId CORNER = new PerformerId("prf_corner");
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 1);
    private static final Instant NOW = Instant.parse("2026-10-01T12:00:00Z");

    private DirectoryState state = new DirectoryState.Absent();

    @Test
    void the_price_of_the_later_day_counts_and_the_same_is_told_once() {
        assertThatThrownBy(() -> told("12.50", TODAY)).isInstanceOf(Rejected.class);
        Profile profile =
                new Profile("Corner", Specialty.PHARMACY, Set.of("en"), List.of(), "01105", "413-555-0142", false);
        when(new DirectoryCommand.Enter(CORNER, profile, Capacity.OPEN, NOW));
        assertThat(told("12.50", TODAY)).hasSize(1);
        assertThat(told("12.5", TODAY)).isEmpty();
        assertThat(told("9.00", TODAY.minusDays(1))).isEmpty();
        assertThat(told("13.00", TODAY)).hasSize(1);
    }

    @Test
    void what_cannot_be_a_price_is_refused() {
        unclear("text-missing", price(null, "10", "USD", TODAY));
        unclear("code-unclear", price("METFORMIN 500", "10", "USD", TODAY));
        unclear("amount-unclear", price("METFORMIN-500", "10.555", "USD", TODAY));
        unclear("amount-unclear", price("METFORMIN-500", "-1", "USD", TODAY));
        unclear("currency-unclear", price("METFORMIN-500", "10", "dollars", TODAY));
        unclear("in-the-future", price("METFORMIN-500", "10", "USD", TODAY.plusDays(1)));
        assertThat(price("metformin-500", "10", null, null).on(TODAY))
                .isEqualTo(new CashPrice("METFORMIN-500", "30 tablets", new BigDecimal("10.00"), "USD", TODAY));
    }

    private List<DirectoryEvent> told(String amount, LocalDate day) {
        return when(new DirectoryCommand.TellCashPrice(
                CORNER, price("METFORMIN-500", amount, "USD", day).on(TODAY), NOW));
    }

    private List<DirectoryEvent> when(DirectoryCommand command) {
        List<DirectoryEvent> events = state.decide(command);
        events.forEach(event -> state = state.evolve(event));
        return events;
    }

    private static void unclear(String reason, PriceTold price) {
        assertThatThrownBy(() -> price.on(TODAY))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.reason()).isEqualTo(reason));
    }

    private static PriceTold price(
            @Nullable String service, String amount, @Nullable String currency, @Nullable LocalDate day) {
        return new PriceTold(service, "30 tablets", new BigDecimal(amount), currency, day);
    }
}
