package care.throughline.infra.events;

import care.throughline.events.Personal;
import care.throughline.events.TypedId;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Tells the texts in events that are personal, and must be sealed, from those that lie open, and must be codes. */
final class Canaries {

    /** Texts in the open: made by us, codes from a table, or what a practice publishes of itself. None is about a patient. */
    private static final Set<String> CODES = Set.of(
            "FacilityCode.value",
            "StaffId.value",
            "Disposition.code",
            "RuleRef.id",
            "RuleRef.version",
            "Lace.scorer",
            "StayReport.tieBreak",
            "StayReport.admissionType",
            "StayReport.location",
            "StayPicture.admissionType",
            "StayPicture.location",
            "OutreachAttempted.attempt",
            "ContactMade.attempt",
            "MessageReceived.channel",
            "MessageReceived.sender",
            "MessageReceived.kind",
            "MessageReceived.controlId",
            "MessageReceived.digest",
            "MessageCorrected.digest",
            "MessageSetAside.reason",
            "CashPriceTold.service",
            "CashPriceTold.words",
            "CashPriceTold.currency",
            "Profile.name",
            "Profile.zip",
            "Profile.phone",
            "Reach.address",
            "Reach.application",
            "Reach.facility",
            "LinkIssued.hash",
            "RoundOutcome.refusal",
            "RoundOutcome.sentence",
            "Clash.with",
            "FeedOpened.hash",
            "LogBegun.previous",
            "LogBegun.origin",
            "Proposed.source",
            "DataShown.view",
            "DataShown.from",
            "DataShown.why",
            "DataRefused.view",
            "DataRefused.from",
            "DataRefused.why");

    /** Texts about those who provide care, as a registry or the house introduces them: no patients, so kept open. */
    private static final Set<String> PROVIDERS = Set.of("Profile.name", "Profile.zip", "Profile.phone");

    private Canaries() {}

    /** Every text inside something personal in this value. */
    static List<String> personalTextsIn(Object value) {
        return texts(value, false).toList();
    }

    /** The texts of this kind of event that are neither sealed nor known to be no patient's, as {@code Record.component}. */
    static List<String> openTextsOf(Type type) {
        List<String> open = new ArrayList<>();
        if (type instanceof ParameterizedType generic) {
            if (generic.getRawType() != Personal.class) {
                Arrays.stream(generic.getActualTypeArguments()).forEach(inner -> open.addAll(openTextsOf(inner)));
            }
        } else if (type instanceof Class<?> raw && raw.isRecord() && !TypedId.class.isAssignableFrom(raw)) {
            for (RecordComponent component : raw.getRecordComponents()) {
                String name = raw.getSimpleName() + "." + component.getName();
                if (component.getType() == String.class && !CODES.contains(name) && !PROVIDERS.contains(name)) {
                    open.add(name);
                }
                open.addAll(openTextsOf(component.getGenericType()));
            }
        }
        return open;
    }

    private static Stream<String> texts(Object value, boolean personal) {
        return switch (value) {
            case Personal<?> sealed -> sealed.value().stream().flatMap(inside -> texts(inside, true));
            case Collection<?> all -> all.stream().flatMap(one -> texts(one, personal));
            case Map<?, ?> map -> map.values().stream().flatMap(one -> texts(one, personal));
            case Record record -> components(record).flatMap(one -> texts(one, personal));
            case String text -> personal ? Stream.of(text) : Stream.empty();
            default -> Stream.empty();
        };
    }

    private static Stream<Object> components(Record record) {
        return Arrays.stream(record.getClass().getRecordComponents()).map(component -> {
            try {
                return component.getAccessor().invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
