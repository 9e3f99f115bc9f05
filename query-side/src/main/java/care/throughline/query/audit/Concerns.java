package care.throughline.query.audit;

import care.throughline.events.DomainEvent;
import care.throughline.events.PatientId;
import care.throughline.events.StaffId;
import care.throughline.events.access.AccessEvent;
import care.throughline.events.appointment.AppointmentEvent;
import care.throughline.events.appointment.RoutineEvent;
import care.throughline.events.authorization.AuthorizationEvent;
import care.throughline.events.careteam.CareTeamEvent;
import care.throughline.events.consent.ConsentEvent;
import care.throughline.events.disclosure.DisclosureEvent;
import care.throughline.events.erasure.ErasureEvent;
import care.throughline.events.intake.IntakeEvent;
import care.throughline.events.investigation.InvestigationEvent;
import care.throughline.events.patient.IdentifierEvent;
import care.throughline.events.patient.PatientEvent;
import care.throughline.events.referral.ReferralEvent;
import care.throughline.events.restriction.RestrictionEvent;
import care.throughline.events.stay.StayEvent;
import care.throughline.events.transition.Clocks;
import care.throughline.events.transition.Discharge;
import care.throughline.events.transition.TransitionEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an event says about whom it concerns. */
final class Concerns {

    private Concerns() {}

    /** The records that the event itself names. */
    static List<PatientId> named(DomainEvent event) {
        return switch (event) {
            case PatientEvent.MergedInto merged -> List.of(merged.patient(), merged.survivor());
            case PatientEvent.Unmerged unmerged -> List.of(unmerged.patient(), unmerged.from());
            case PatientEvent told -> List.of(told.patient());
            case IdentifierEvent.IdentifierClaimed claimed -> List.of(claimed.patient());
            case StayEvent told -> List.of(told.patient());
            case CareTeamEvent told -> List.of(told.patient());
            case IntakeEvent.MessageApplied applied -> List.copyOf(applied.patients());
            case ReferralEvent.Drafted drafted -> List.of(drafted.patient());
            case AuthorizationEvent.Requested requested -> List.of(requested.patient());
            case AppointmentEvent told -> List.of(told.patient());
            case RoutineEvent told -> List.of(told.patient());
            case AccessEvent told -> told.patients();
            case ErasureEvent.PatientErased erased -> List.copyOf(erased.scope().records());
            case ErasureEvent told -> List.of(told.patient());
            case RestrictionEvent told -> List.of(told.patient());
            case ConsentEvent told -> List.of(told.patient());
            case DisclosureEvent told -> List.of(told.patient());
            case InvestigationEvent.InvestigationSaved saved ->
                Stream.ofNullable(saved.patient()).toList();
            case TransitionEvent told ->
                run(told).map(run -> List.of(run.discharge().patient())).orElse(List.of());
            case DomainEvent ignored -> List.of();
        };
    }

    /** The thing that keeps concerning whomever it once concerned, though later events no longer name them. */
    static Optional<String> subject(DomainEvent event) {
        return switch (event) {
            case StayEvent told -> Optional.of(told.stay().value());
            case TransitionEvent told -> Optional.of(told.transition().value());
            case IntakeEvent told -> Optional.of(told.message().value());
            case ReferralEvent told -> Optional.of(told.referral().value());
            case AuthorizationEvent told -> Optional.of(told.authorization().value());
            case DomainEvent ignored -> Optional.empty();
        };
    }

    /** True if those whom it concerns one after the other have to be looked at together. */
    static boolean connects(DomainEvent event) {
        return event instanceof StayEvent
                || event instanceof TransitionEvent
                || event instanceof PatientEvent.MergedInto;
    }

    /** Who is accountable from now on, or is asked to be. */
    static Optional<StaffId> charged(CareTeamEvent event) {
        return switch (event) {
            case CareTeamEvent.CoordinatorAssigned assigned -> Optional.of(assigned.coordinator());
            case CareTeamEvent.CoordinatorReleased ignored -> Optional.empty();
            case CareTeamEvent.HandoffOffered offered -> Optional.of(offered.to());
            case CareTeamEvent.HandoffAccepted accepted -> Optional.of(accepted.to());
            case CareTeamEvent.HandoffDeclined ignored -> Optional.empty();
        };
    }

    /** The clocks that begin to run with this event, if it sets them. */
    static Optional<Run> run(TransitionEvent event) {
        if (event instanceof TransitionEvent.Opened opened) {
            return Optional.of(new Run(opened.discharge(), opened.clocks()));
        }
        if (event instanceof TransitionEvent.DischargeCorrected corrected) {
            return Optional.of(new Run(corrected.discharge(), corrected.clocks()));
        }
        return event instanceof TransitionEvent.Resumed resumed
                ? Optional.of(new Run(resumed.discharge(), resumed.clocks()))
                : Optional.empty();
    }

    /** A discharge and the clocks that follow from it. */
    record Run(Discharge discharge, Clocks clocks) {}
}
