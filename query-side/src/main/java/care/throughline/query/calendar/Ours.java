package care.throughline.query.calendar;

import care.throughline.events.FacilityCode;
import care.throughline.events.PerformerId;
import care.throughline.events.appointment.AppointmentEvent;
import care.throughline.events.appointment.AppointmentEvent.Booked;
import care.throughline.events.appointment.AppointmentEvent.ConflictAccepted;
import care.throughline.events.appointment.Clash;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says what each thing that happens to an appointment writes into its rows. */
final class Ours {

    private static final String ACCEPT = """
            insert into accepted (appointment_id, kind, with_id, starts_at, other_starts_at, reason, position)
            values (:appointment, :kind, :with, :starts, :other::timestamptz, :reason, :position)
            on conflict (appointment_id, position) do nothing
            """;

    private final AppointmentRows rows;

    Ours(AppointmentRows rows) {
        this.rows = rows;
    }

    void apply(AppointmentEvent event, Told told) {
        told.with("appointment", event.appointment().value());
        switch (event) {
            case Booked e -> book(e, told);
            case AppointmentEvent.Moved e -> rows.move(told.lasting(e.startsAt(), e.minutes()));
            case AppointmentEvent.Confirmed e ->
                rows.change("confirmed_for = :starts", told.at("starts", e.startsAt()));
            case AppointmentEvent.Prepared e ->
                rows.change(
                        e.need().name().toLowerCase(Locale.ROOT)
                                + " = case when starts_at = :starts then :readiness else 'NEEDED' end",
                        told.at("starts", e.startsAt())
                                .with("readiness", e.readiness().name()));
            case AppointmentEvent.Ordered e ->
                rows.change(
                        "after_id = :after::text",
                        told.with("after", e.after() == null ? null : e.after().value()));
            case ConflictAccepted e -> accept(e, told);
            case AppointmentEvent.Kept e -> rows.end(Stage.KEPT, told);
            case AppointmentEvent.Missed e -> rows.end(Stage.MISSED, told);
            case AppointmentEvent.Cancelled e -> rows.change("stage = 'CANCELLED'", told);
            case AppointmentEvent.MissFollowedUp e ->
                rows.change("followed_for = :starts", told.at("starts", e.startsAt()));
            case AppointmentEvent.Snoozed e ->
                rows.snooze(told.at("until", e.until())
                        .with("reason", e.reason().value().orElse("")));
            case AppointmentEvent.Unsnoozed e -> rows.change("stage = stage", told);
        }
    }

    private void book(Booked event, Told told) {
        rows.book(told.lasting(event.startsAt(), event.minutes())
                .with("source", event.appointment().value())
                .with("patient", event.patient().value())
                .with("purpose", event.purpose().name())
                .with("mode", event.mode().name())
                .with("specialty", null)
                .with("performer", code(event.performer()))
                .with("facility", code(event.facility()))
                .with("with", event.with().value().orElse("")));
    }

    private void accept(ConflictAccepted event, Told told) {
        Clash clash = event.clash();
        rows.change("after_id = after_id", told);
        rows.run(
                ACCEPT,
                told.with("kind", clash.kind().name())
                        .with("with", Objects.requireNonNullElse(clash.with(), ""))
                        .at("starts", clash.startsAt())
                        .at("other", clash.otherStartsAt())
                        .with("reason", event.reason().value().orElse("")));
    }

    private static @Nullable String code(@Nullable PerformerId performer) {
        return performer == null ? null : performer.value();
    }

    private static @Nullable String code(@Nullable FacilityCode facility) {
        return facility == null ? null : facility.value();
    }
}
