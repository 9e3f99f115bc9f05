package care.throughline.command.appointment;

import care.throughline.command.Visit;
import care.throughline.events.AppointmentId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Changes nothing; answers the {@link care.throughline.command.Work} that an appointment stands for.
 *
 * @param visit what stands elsewhere of it, null if its time stands here
 */
public record AskAppointment(
        @TargetAggregateIdentifier AppointmentId appointment,
        @Nullable Visit visit) {}
