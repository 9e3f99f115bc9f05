package care.throughline.infra.access;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import care.throughline.events.Meta;
import care.throughline.events.Sensitivity;
import care.throughline.infra.actor.CurrentActor;
import care.throughline.infra.security.Access;
import care.throughline.infra.security.RouteAuthorization;
import care.throughline.infra.web.Notices;
import care.throughline.query.Accesses;
import care.throughline.query.ChartClosed;
import care.throughline.query.Sealed;
import care.throughline.query.segments.Owner;
import care.throughline.query.segments.Owners;
import jakarta.servlet.ServletRequest;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Gathers whom the queries of the current request show, after asking the one decision about those whose chart is restricted
 * and whose data is labelled; {@link AccessFilter} records it.
 */
final class AccessesOfRequest implements Accesses {

    private final CurrentActor actor;
    private final RestrictedCharts restricted;
    private final LabelledData labelled;
    private final Clock clock;

    AccessesOfRequest(CurrentActor actor, RestrictedCharts restricted, LabelledData labelled, Clock clock) {
        this.actor = actor;
        this.restricted = restricted;
        this.labelled = labelled;
        this.clock = clock;
    }

    @Override
    public void shows(Collection<String> patients) {
        ServletRequest request = request();
        Showing showing = Showing.of(request);
        Map<String, String> viewer = actor.metadata();
        Map<String, Access.Decision> decisions = decisions(request, patients, viewer);
        decisions.values().stream()
                .filter(Access.Decision.Deny.class::isInstance)
                .map(Access.Decision.Deny.class::cast)
                .findFirst()
                .ifPresent(no -> {
                    showing.refuse(no.reason(), patients);
                    throw new ChartClosed();
                });
        decisions.values().forEach(yes -> showing.because(((Access.Decision.Permit) yes).why()));
        Disclosed.of(Verdicts.on(request, labelled.of(patients, viewerOf(viewer))))
                .ifPresent(disclosed -> {
                    showing.disclose(disclosed);
                    showing.disclosed().flatMap(Disclosed::notice).ifPresent(words -> Notices.put(request, words));
                });
        showing.add(patients, viewer);
    }

    @Override
    public Sealed sealed(Collection<String> patients) {
        return Verdicts.on(request(), labelled.of(patients, viewerOf(actor.metadata())))
                .sealed();
    }

    @Override
    public Sealed sealed() {
        return Verdicts.on(request(), labelled.ofEverybody(viewerOf(actor.metadata())))
                .sealed();
    }

    @Override
    public Set<Sensitivity> hidden(Collection<Sensitivity> labels) {
        List<Owner> anybodys = labels.stream()
                .map(label -> new Owner(label.name(), label, List.of(), false, false, false))
                .toList();
        List<String> sealed = Verdicts.on(request(), anybodys).sealed().owners();
        return labels.stream().filter(label -> sealed.contains(label.name())).collect(toUnmodifiableSet());
    }

    @Override
    public String notice() {
        return Notices.of(request()).orElse("");
    }

    @Override
    public String noticeForAll() {
        ServletRequest request = request();
        Disclosed.of(Verdicts.on(request, labelled.ofEverybody(viewerOf(actor.metadata()))))
                .ifPresent(disclosed -> {
                    Showing.of(request).disclose(disclosed);
                    disclosed.notice().ifPresent(words -> Notices.put(request, words));
                });
        return notice();
    }

    private Owners.Viewer viewerOf(Map<String, String> viewer) {
        return new Owners.Viewer(
                viewer.getOrDefault(Meta.ACTOR, ""), viewer.getOrDefault(Meta.PURPOSE, ""), clock.instant());
    }

    @Override
    public Set<String> closedAmong(Collection<String> patients) {
        return decisions(request(), patients, actor.metadata()).entrySet().stream()
                .filter(one -> one.getValue() instanceof Access.Decision.Deny)
                .map(Map.Entry::getKey)
                .collect(toUnmodifiableSet());
    }

    /** What is decided about each of them whose chart is restricted; without a question there is no answer but no. */
    private Map<String, Access.Decision> decisions(
            ServletRequest request, Collection<String> patients, Map<String, String> viewer) {
        Optional<Access.Question> question = RouteAuthorization.questionOf(request);
        return restricted.of(patients, viewer.getOrDefault(Meta.ACTOR, ""), clock.instant()).entrySet().stream()
                .collect(toUnmodifiableMap(
                        Map.Entry::getKey,
                        one -> question.map(asked -> Access.decide(asked.about(one.getValue())))
                                .orElseGet(() -> new Access.Decision.Deny("not-signed-in"))));
    }

    private static ServletRequest request() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            return attributes.getRequest();
        }
        throw new IllegalStateException("personal data is read for a request that is recorded, and for nothing else");
    }
}
