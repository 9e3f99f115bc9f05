package care.throughline.query.tasks;

import care.throughline.query.directory.Entry;
import care.throughline.query.directory.Performers;
import care.throughline.query.referrals.Referral;
import care.throughline.query.referrals.ReferralReader;
import care.throughline.query.timeline.Moments.Moment;
import care.throughline.query.timeline.Timelines;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** Tells tasks and what they ask for as FHIR, to the performer that was asked: what it reads here, and what is sent to it. */
@Component
public final class TaskTeller {

    private final ReferralReader referrals;
    private final Timelines timelines;
    private final Performers performers;

    /** @param referrals what it reads is recorded as shown to whoever these readers read for */
    public TaskTeller(ReferralReader referrals, Timelines timelines, Performers performers) {
        this.referrals = referrals;
        this.timelines = timelines;
        this.performers = performers;
    }

    /** The task, empty if the referral is gone. */
    public Optional<Task> task(TaskRow row) {
        return referrals
                .show(row.referral())
                .map(referral -> new FhirTask(row, referral, name(row), moments(row)).task());
    }

    /** What it asks for, empty if the referral is gone. */
    public Optional<ServiceRequest> request(TaskRow row) {
        return referrals.show(row.referral()).map(referral -> request(row, referral));
    }

    private ServiceRequest request(TaskRow row, Referral referral) {
        return new FhirRequest(row, referral, name(row), moments(row)).request();
    }

    private List<Moment> moments(TaskRow row) {
        return timelines.about(row.referral().value());
    }

    private String name(TaskRow row) {
        return performers
                .show(row.performer())
                .map(Entry::name)
                .orElse(row.performer().value());
    }
}
