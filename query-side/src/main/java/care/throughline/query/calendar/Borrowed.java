package care.throughline.query.calendar;

import care.throughline.events.AppointmentId;
import care.throughline.events.PatientId;
import care.throughline.events.appointment.Mode;
import care.throughline.events.appointment.Purpose;
import care.throughline.events.directory.Specialty;
import care.throughline.events.referral.ReferralEvent;
import care.throughline.events.transition.Discharge;
import care.throughline.events.transition.TransitionEvent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says what referrals and transitions tell of the appointments whose time stands in them. */
final class Borrowed {

    /** Where nobody says how long it takes. */
    private static final int USUAL_MINUTES = 30;

    private static final String KNOW = """
            insert into origin (source_id, patient_id, facility, specialty)
            values (:source, :patient, :facility::text, :specialty::text)
            on conflict (source_id) do update set patient_id = excluded.patient_id, facility = excluded.facility
            """;

    private static final String FOLLOW =
            "update appointment set patient_id = :patient where source_id = :source and patient_id <> :patient";

    private static final String ORIGIN = "select patient_id, facility, specialty from origin where source_id = :source";

    private final JdbcClient db;
    private final AppointmentRows rows;

    Borrowed(JdbcClient db, AppointmentRows rows) {
        this.db = db;
        this.rows = rows;
    }

    private record Origin(
            String patient,
            @Nullable String facility,
            @Nullable String specialty) {}

    /** Of whom this is, if it is the first word on a transition or says it anew. */
    static Optional<PatientId> patient(TransitionEvent event) {
        return discharge(event).map(Discharge::patient);
    }

    /** Applies it.
     *
     * @return whose calendar is another one now, if anybody's is
     */
    Optional<String> apply(TransitionEvent event, Told told) {
        told.with("source", event.transition().value())
                .with("appointment", AppointmentId.of(event.transition()).value());
        discharge(event).ifPresent(discharge -> know(discharge, told));
        switch (event) {
            case TransitionEvent.VisitBooked e ->
                origin(told)
                        .ifPresent(from -> rows.book(booked(from, told.lasting(e.startsAt(), USUAL_MINUTES))
                                .with("with", e.with().value().orElse(""))));
            case TransitionEvent.VisitCancelled e -> rows.change("stage = 'CANCELLED'", told);
            case TransitionEvent.VisitMissed e -> rows.end(Stage.MISSED, told);
            case TransitionEvent.VisitKept e -> rows.endIfBooked(Stage.KEPT, told);
            case TransitionEvent.Voided e -> rows.leave(Stage.BOOKED, Stage.VOID, told);
            case TransitionEvent.EndedByReadmission e -> rows.leave(Stage.BOOKED, Stage.VOID, told);
            case TransitionEvent.EndedByDeath e -> rows.leave(Stage.BOOKED, Stage.VOID, told);
            case TransitionEvent.Resumed e -> rows.leave(Stage.VOID, Stage.BOOKED, told);
            case TransitionEvent.Opened e -> {}
            case TransitionEvent.DischargeCorrected e -> {}
            case TransitionEvent.OutreachAttempted e -> {}
            case TransitionEvent.ContactMade e -> {}
            case TransitionEvent.MedicationsReconciled e -> {}
            case TransitionEvent.ReconciliationRejudged e -> {}
            case TransitionEvent.ChecklistItemDone e -> {}
            case TransitionEvent.ChecklistItemReopened e -> {}
            case TransitionEvent.ComplexityJudged e -> {}
            case TransitionEvent.RiskScored e -> {}
            case TransitionEvent.Snoozed e -> {}
            case TransitionEvent.Unsnoozed e -> {}
            case TransitionEvent.Completed e -> {}
        }
        return rows.patient(told);
    }

    /** Applies it.
     *
     * @return whose calendar is another one now, if anybody's is
     */
    Optional<String> apply(ReferralEvent event, Told told) {
        told.with("source", event.referral().value())
                .with("appointment", AppointmentId.of(event.referral()).value());
        switch (event) {
            case ReferralEvent.Drafted e ->
                rows.run(
                        KNOW,
                        told.with("patient", e.patient().value())
                                .with("facility", null)
                                .with("specialty", e.specialty().name()));
            case ReferralEvent.Scheduled e ->
                origin(told)
                        .ifPresent(from -> rows.book(booked(from, told.lasting(e.startsAt(), USUAL_MINUTES))
                                .with("performer", e.performer().value())));
            case ReferralEvent.AppointmentMissed e -> rows.end(Stage.MISSED, told);
            case ReferralEvent.AppointmentCancelled e -> rows.change("stage = 'CANCELLED'", told);
            case ReferralEvent.Seen e -> rows.endIfBooked(Stage.KEPT, told);
            case ReferralEvent.CancellationRequested e -> rows.leave(Stage.BOOKED, Stage.VOID, told);
            case ReferralEvent.Declined e -> rows.leave(Stage.BOOKED, Stage.VOID, told);
            case ReferralEvent.EndedByDeath e -> rows.leave(Stage.BOOKED, Stage.VOID, told);
            case ReferralEvent.Cancelled e -> rows.leave(Stage.BOOKED, Stage.VOID, told);
            case ReferralEvent.Closed e -> rows.leave(Stage.BOOKED, Stage.VOID, told);
            case ReferralEvent.Received e -> {}
            case ReferralEvent.PacketItemAdded e -> {}
            case ReferralEvent.PacketItemRemoved e -> {}
            case ReferralEvent.Offered e -> {}
            case ReferralEvent.Accepted e -> {}
            case ReferralEvent.Released e -> {}
            case ReferralEvent.WaitlistPositionTold e -> {}
            case ReferralEvent.TimeProposed e -> {}
            case ReferralEvent.ResultReported e -> {}
            case ReferralEvent.LinkIssued e -> {}
            case ReferralEvent.LinkRevoked e -> {}
            case ReferralEvent.Snoozed e -> {}
            case ReferralEvent.Unsnoozed e -> {}
            case ReferralEvent.EndAcknowledged e -> {}
        }
        return rows.patient(told);
    }

    private void know(Discharge discharge, Told told) {
        told.with("patient", discharge.patient().value())
                .with("facility", discharge.facility().value())
                .with("specialty", null);
        rows.run(KNOW, told);
        rows.run(FOLLOW, told);
    }

    private Optional<Origin> origin(Told told) {
        return db.sql(ORIGIN)
                .params(told.values())
                .query((row, number) ->
                        new Origin(row.getString("patient_id"), row.getString("facility"), row.getString("specialty")))
                .optional();
    }

    private static Told booked(Origin from, Told told) {
        Specialty specialty = from.specialty() == null ? null : Specialty.valueOf(from.specialty());
        return told.with("patient", from.patient())
                .with("facility", from.facility())
                .with("specialty", from.specialty())
                .with("performer", null)
                .with("with", "")
                .with("purpose", purpose(specialty).name())
                .with("mode", (specialty == Specialty.HOME_HEALTH ? Mode.AT_HOME : Mode.IN_PERSON).name());
    }

    private static Purpose purpose(@Nullable Specialty specialty) {
        if (specialty == null) {
            return Purpose.VISIT;
        }
        return specialty.isSocial()
                ? Purpose.SUPPORT
                : specialty == Specialty.PHYSICAL_THERAPY ? Purpose.THERAPY : Purpose.VISIT;
    }

    private static Optional<Discharge> discharge(TransitionEvent event) {
        return switch (event) {
            case TransitionEvent.Opened told -> Optional.of(told.discharge());
            case TransitionEvent.DischargeCorrected told -> Optional.of(told.discharge());
            case TransitionEvent.Resumed told -> Optional.of(told.discharge());
            case TransitionEvent other -> Optional.empty();
        };
    }
}
