package care.throughline.events;

import care.throughline.events.access.AccessEvent;
import care.throughline.events.appointment.AppointmentEvent;
import care.throughline.events.appointment.CalendarFeedEvent;
import care.throughline.events.appointment.RoutineEvent;
import care.throughline.events.authorization.AuthorizationEvent;
import care.throughline.events.careteam.CareTeamEvent;
import care.throughline.events.consent.ConsentEvent;
import care.throughline.events.directory.DirectoryEvent;
import care.throughline.events.disclosure.DisclosureEvent;
import care.throughline.events.erasure.ErasureEvent;
import care.throughline.events.intake.IntakeEvent;
import care.throughline.events.investigation.InvestigationEvent;
import care.throughline.events.ledger.LedgerEvent;
import care.throughline.events.patient.IdentifierEvent;
import care.throughline.events.patient.PatientEvent;
import care.throughline.events.referral.ReferralEvent;
import care.throughline.events.restriction.RestrictionEvent;
import care.throughline.events.retention.RetentionEvent;
import care.throughline.events.round.RoundEvent;
import care.throughline.events.stay.StayEvent;
import care.throughline.events.transition.TransitionEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every event there is, found by walking the sealed families, under the name it is stored by. */
public final class EventNames {

    private static final List<Class<? extends DomainEvent>> FAMILIES = List.of(
            PatientEvent.class,
            IdentifierEvent.class,
            StayEvent.class,
            TransitionEvent.class,
            CareTeamEvent.class,
            IntakeEvent.class,
            AccessEvent.class,
            DirectoryEvent.class,
            ReferralEvent.class,
            AuthorizationEvent.class,
            AppointmentEvent.class,
            RoutineEvent.class,
            CalendarFeedEvent.class,
            RestrictionEvent.class,
            ConsentEvent.class,
            ErasureEvent.class,
            DisclosureEvent.class,
            InvestigationEvent.class,
            RetentionEvent.class,
            RoundEvent.class,
            LedgerEvent.class);

    private static final Map<String, Class<? extends DomainEvent>> BY_NAME = byName();

    private EventNames() {}

    /** All event classes in the order of their names. */
    public static List<Class<? extends DomainEvent>> all() {
        return List.copyOf(BY_NAME.values());
    }

    /** The class that carries this name today, or empty if no event was ever called so. */
    public static Optional<Class<? extends DomainEvent>> typeOf(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The stored name and version of an event class.
     *
     * @throws IllegalArgumentException if the class carries no {@link EventName}
     */
    public static EventName of(Class<?> type) {
        EventName name = type.getAnnotation(EventName.class);
        if (name == null) {
            throw new IllegalArgumentException(type.getName() + " is no event: annotate it with @EventName");
        }
        return name;
    }

    private static Map<String, Class<? extends DomainEvent>> byName() {
        Map<String, Class<? extends DomainEvent>> found = new LinkedHashMap<>();
        FAMILIES.stream()
                .flatMap(family -> leaves(family).stream())
                .sorted(Comparator.comparing(type -> of(type).value()))
                .forEach(type -> {
                    if (found.put(of(type).value(), type) != null) {
                        throw new IllegalStateException("two events are called " + of(type).value());
                    }
                });
        return found;
    }

    private static List<Class<? extends DomainEvent>> leaves(Class<? extends DomainEvent> family) {
        List<Class<? extends DomainEvent>> leaves = new ArrayList<>();
        for (Class<?> permitted : family.getPermittedSubclasses()) {
            leaves.add(permitted.asSubclass(DomainEvent.class));
        }
        return leaves;
    }
}
