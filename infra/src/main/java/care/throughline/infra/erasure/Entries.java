package care.throughline.infra.erasure;

import care.throughline.command.erasure.Destruction.Order;
import care.throughline.events.MessageId;
import care.throughline.events.PatientId;
import care.throughline.events.StaffId;
import care.throughline.events.TypedId;
import care.throughline.events.erasure.Scope;
import care.throughline.infra.sealing.ErasureList.Entry;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An order as an entry of the list, and back. */
final class Entries {

    private Entries() {}

    static Entry of(Order order) {
        return new Entry(
                order.patient().value(),
                texts(order.scope().records()),
                texts(order.scope().messages()),
                texts(order.scope().shared()),
                order.requestedBy().value(),
                order.approvedBy().value(),
                order.at());
    }

    static Order order(Entry entry) {
        return new Order(
                new PatientId(entry.patient()),
                new Scope(
                        ids(entry.records(), PatientId::new),
                        ids(entry.messages(), MessageId::new),
                        ids(entry.shared(), MessageId::new)),
                new StaffId(entry.requestedBy()),
                new StaffId(entry.approvedBy()),
                entry.at());
    }

    private static List<String> texts(Collection<? extends TypedId> ids) {
        return ids.stream().map(TypedId::value).sorted().toList();
    }

    private static <T> Set<T> ids(List<String> texts, Function<String, T> id) {
        return texts.stream().map(id).collect(Collectors.toUnmodifiableSet());
    }
}
