package care.throughline.infra.outbox;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages leave.
 *
 * @param application how we call ourselves in HL7 v2 (MSH-3), and as assigner of our numbers
 * @param facility how our house is called (MSH-4)
 * @param patience how long an answer is waited for
 * @param lookUp how often it is looked what is due
 * @param sslBundle the name of a Spring SSL bundle with whom to trust; the JVM's own list without
 * @param tokens bearer tokens for FHIR servers, by the id of their performer
 */
@ConfigurationProperties("throughline.outbox")
record OutboxProperties(
        @DefaultValue("THROUGHLINE") String application,
        @DefaultValue("THROUGHLINE") String facility,
        @DefaultValue("30s") Duration patience,
        @DefaultValue("500ms") Duration lookUp,
        @Nullable String sslBundle,
        @DefaultValue Map<String, String> tokens) {}
