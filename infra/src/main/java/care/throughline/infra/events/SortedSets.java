package care.throughline.infra.events;

import java.util.Comparator;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.databind.type.CollectionType;

/** Writes sets in the order of their elements' text, so that equal events are equal bytes. */
final class SortedSets extends ValueSerializerModifier {

    private static final long serialVersionUID = 1;

    @Override
    public ValueSerializer<?> modifyCollectionSerializer(
            SerializationConfig config,
            CollectionType type,
            BeanDescription.Supplier description,
            ValueSerializer<?> serializer) {
        return type.isTypeOrSubTypeOf(Set.class) ? new Sorted() : serializer;
    }

    private static final class Sorted extends ValueSerializer<Set<?>> {
        @Override
        public void serialize(Set<?> set, JsonGenerator json, SerializationContext context) {
            json.writeStartArray(set);
            set.stream().sorted(Comparator.comparing(String::valueOf)).forEach(json::writePOJO);
            json.writeEndArray();
        }
    }
}
