package care.throughline.infra.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.events.DomainEvent;
import care.throughline.events.EventNames;
import care.throughline.events.Personal;
import care.throughline.events.erasure.ErasureEvent.PatientErased;
import care.throughline.infra.testing.ThroughlineTest;
import care.throughline.query.Projection;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ThroughlineTest
class LettingGoTest {

    /** Told of events with something personal in them, of which they keep pseudonyms and dates alone. */
    private static final List<String> PSEUDONYMS_ALONE = List.of("measures", "loops");

    @Autowired
    private List<Projection> projections;

    @Test
    void every_read_model_that_is_told_something_personal_lets_go_of_an_erased_person() {
        assertThat(projections)
                .filteredOn(projection -> handled(projection).anyMatch(LettingGoTest::isPersonal))
                .extracting(Projection::name)
                .contains("patients", "timeline", "desk")
                .allSatisfy(name -> assertThat(PSEUDONYMS_ALONE.contains(name) || letsGo(name))
                        .as(
                                "%s must handle PatientErased and delete what it knows of its records, so that a rebuilt"
                                        + " read model equals the live one; if it keeps pseudonyms alone, say so here",
                                name)
                        .isTrue());
    }

    private boolean letsGo(String name) {
        return projections.stream()
                .filter(projection -> projection.name().equals(name))
                .flatMap(LettingGoTest::handled)
                .anyMatch(PatientErased.class::equals);
    }

    /** The kinds of events that its handlers take. */
    private static Stream<Class<? extends DomainEvent>> handled(Projection projection) {
        return Arrays.stream(projection.getClass().getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(EventHandler.class))
                .map(Method::getParameterTypes)
                .flatMap(parameters -> EventNames.all().stream().filter(parameters[0]::isAssignableFrom));
    }

    private static boolean isPersonal(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == Personal.class
                    || Arrays.stream(generic.getActualTypeArguments()).anyMatch(LettingGoTest::isPersonal);
        }
        return type instanceof Class<?> raw
                && raw.isRecord()
                && Arrays.stream(raw.getRecordComponents())
                        .map(RecordComponent::getGenericType)
                        .anyMatch(LettingGoTest::isPersonal);
    }
}
