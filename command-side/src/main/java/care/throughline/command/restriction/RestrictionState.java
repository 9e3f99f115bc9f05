package care.throughline.command.restriction;

import care.throughline.command.Rejected;
import care.throughline.command.restriction.RestrictionCommand.BreakGlass;
import care.throughline.command.restriction.RestrictionCommand.CloseGlass;
import care.throughline.command.restriction.RestrictionCommand.LiftRestriction;
import care.throughline.command.restriction.RestrictionCommand.Protect;
import care.throughline.command.restriction.RestrictionCommand.RequireOpen;
import care.throughline.command.restriction.RestrictionCommand.RestrictChart;
import care.throughline.command.restriction.RestrictionCommand.ReviewGlass;
import care.throughline.events.FacilityCode;
import care.throughline.events.Personal;
import care.throughline.events.StaffId;
import care.throughline.events.restriction.GlassId;
import care.throughline.events.restriction.GlassReason;
import care.throughline.events.restriction.RestrictionEvent;
import care.throughline.events.restriction.RestrictionEvent.ChartRestricted;
import care.throughline.events.restriction.RestrictionEvent.GlassBroken;
import care.throughline.events.restriction.RestrictionEvent.GlassClosed;
import care.throughline.events.restriction.RestrictionEvent.GlassReviewed;
import care.throughline.events.restriction.RestrictionEvent.ProtectionTold;
import care.throughline.events.restriction.RestrictionEvent.RestrictionLifted;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a chart is restricted, and each time that the glass was broken.
 *
 * @param protectors houses that said that this person is to be protected
 * @param glasses all of them: an answer is owed for each
 */
record RestrictionState(boolean restricted, Set<FacilityCode> protectors, Map<GlassId, Glass> glasses) {

    /** How long broken glass stays open. */
    static final Duration OPEN = Duration.ofMinutes(60);

    static final RestrictionState NONE = new RestrictionState(false, Set.of(), Map.of());

    /**
     * One time.
     *
     * @param emergency harm was near: that opens more than another reason does
     * @param until when it closes, or was closed
     */
    record Glass(StaffId by, boolean emergency, Instant until, boolean reviewed) {}

    List<RestrictionEvent> decide(RestrictionCommand command) {
        return switch (command) {
            case RestrictChart asked -> restrict(asked);
            case Protect told -> protect(told);
            case LiftRestriction asked -> lift(asked);
            case BreakGlass asked -> breakGlass(asked);
            case CloseGlass asked -> close(asked);
            case ReviewGlass asked -> review(asked);
            case RequireOpen asked -> requireOpen();
        };
    }

    RestrictionState evolve(RestrictionEvent event) {
        return switch (event) {
            case ChartRestricted restricting -> new RestrictionState(true, protectors, glasses);
            case ProtectionTold told -> protectedBy(told.toldBy());
            case RestrictionLifted lifting -> new RestrictionState(false, protectors, glasses);
            case GlassBroken broken ->
                with(broken.glass(), new Glass(broken.by(), isEmergency(broken.code()), broken.until(), false));
            case GlassClosed closed ->
                with(closed.glass(), new Glass(closed.by(), false, closed.occurredAt(), isReviewed(closed.glass())));
            case GlassReviewed reviewed -> {
                Glass glass =
                        glasses.getOrDefault(reviewed.glass(), new Glass(reviewed.by(), false, Instant.MIN, true));
                yield with(reviewed.glass(), new Glass(glass.by(), glass.emergency(), glass.until(), true));
            }
        };
    }

    private List<RestrictionEvent> restrict(RestrictChart asked) {
        return restricted
                ? List.of()
                : List.of(new ChartRestricted(
                        asked.patient(), asked.by(), Personal.of(asked.patient(), asked.reason()), asked.at()));
    }

    private List<RestrictionEvent> protect(Protect told) {
        return protectors.contains(told.toldBy())
                ? List.of()
                : List.of(new ProtectionTold(told.patient(), told.toldBy(), told.at()));
    }

    private RestrictionState protectedBy(FacilityCode house) {
        Set<FacilityCode> more = new HashSet<>(protectors);
        more.add(house);
        return new RestrictionState(true, Set.copyOf(more), glasses);
    }

    private List<RestrictionEvent> lift(LiftRestriction asked) {
        return restricted
                ? List.of(new RestrictionLifted(
                        asked.patient(), asked.by(), Personal.of(asked.patient(), asked.reason()), asked.at()))
                : List.of();
    }

    private List<RestrictionEvent> breakGlass(BreakGlass asked) {
        boolean enough = openTo(asked.by(), asked.at())
                .anyMatch(open -> !isEmergency(asked.code()) || open.getValue().emergency());
        if (enough) {
            return List.of();
        }
        return List.of(new GlassBroken(
                asked.patient(),
                asked.glass(),
                asked.by(),
                asked.code(),
                Personal.of(asked.patient(), asked.reason()),
                asked.at().plus(OPEN),
                asked.at()));
    }

    private List<RestrictionEvent> close(CloseGlass asked) {
        return openTo(asked.by(), asked.at())
                .<RestrictionEvent>map(open -> new GlassClosed(asked.patient(), open.getKey(), asked.by(), asked.at()))
                .toList();
    }

    private List<RestrictionEvent> review(ReviewGlass asked) {
        Glass glass = glasses.get(asked.glass());
        if (glass == null) {
            throw new Rejected("no-such-glass", "Nobody broke the glass of this chart under that number.");
        }
        if (glass.by().equals(asked.by())) {
            throw new Rejected("own-glass", "You broke this glass yourself. Somebody else has to review it.");
        }
        return glass.reviewed()
                ? List.of()
                : List.of(new GlassReviewed(
                        asked.patient(),
                        asked.glass(),
                        asked.by(),
                        asked.finding(),
                        Personal.of(asked.patient(), asked.note()),
                        asked.at()));
    }

    private List<RestrictionEvent> requireOpen() {
        if (restricted) {
            throw new Rejected(
                    "chart-restricted", "This chart is restricted. Ask a supervisor to make you accountable for it.");
        }
        return List.of();
    }

    private Stream<Map.Entry<GlassId, Glass>> openTo(StaffId staff, Instant now) {
        return glasses.entrySet().stream()
                .filter(one -> one.getValue().by().equals(staff)
                        && now.isBefore(one.getValue().until()));
    }

    private static boolean isEmergency(GlassReason code) {
        return code == GlassReason.EMERGENCY;
    }

    private boolean isReviewed(GlassId glass) {
        Glass known = glasses.get(glass);
        return known != null && known.reviewed();
    }

    private RestrictionState with(GlassId id, Glass glass) {
        Map<GlassId, Glass> more = new HashMap<>(glasses);
        more.put(id, glass);
        return new RestrictionState(restricted, protectors, Map.copyOf(more));
    }
}
