package care.throughline.infra.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** How a browser says things that JSON says otherwise: a ticked box, and a moment without its zone. */
final class FormValues extends SimpleModule {

    /** @param zone the organisation's, in which a browser's local date and time is meant */
    FormValues(ZoneId zone) {
        super("form-values");
        addDeserializer(Boolean.class, new Ticked());
        addDeserializer(boolean.class, new Ticked());
        addDeserializer(Instant.class, new Moment(zone));
    }

    /** A box that is not ticked is not sent at all. */
    private static final class Ticked extends ValueDeserializer<Boolean> {
        private static final Set<String> YES = Set.of("on", "true", "yes", "1");
        private static final Set<String> NO = Set.of("off", "false", "no", "0");

        @Override
        public Boolean deserialize(JsonParser json, DeserializationContext context) {
            String text = String.valueOf(json.getValueAsString()).toLowerCase(Locale.ROOT);
            if (YES.contains(text) || NO.contains(text)) {
                return YES.contains(text);
            }
            return (Boolean) context.handleWeirdStringValue(Boolean.class, text, "expected yes or no");
        }

        @Override
        public Boolean getNullValue(DeserializationContext context) {
            return Boolean.FALSE;
        }
    }

    private static final class Moment extends ValueDeserializer<Instant> {
        private final ZoneId zone;

        Moment(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) {
            String text = String.valueOf(json.getValueAsString());
            try {
                return text.endsWith("Z")
                        ? Instant.parse(text)
                        : LocalDateTime.parse(text).atZone(zone).toInstant();
            } catch (DateTimeParseException unreadable) {
                return (Instant) context.handleWeirdStringValue(Instant.class, text, "expected a date and time");
            }
        }
    }
}
