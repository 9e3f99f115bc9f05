package care.throughline.infra.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;

class HandlingTest {

    private final Care care = new Care();
    private final CollectedRows batch = new CollectedRows();
    private final Handling handling = new Handling(
            new Work("words", "words", "1", new Words(), false, 500),
            ClasspathParameterResolverFactory.forClass(HandlingTest.class),
            new JdbcTransactionManager(),
            care);

    @Test
    void a_batch_whose_rows_were_refused_is_done_again_with_care_to_its_end_however_it_is_divided_then()
            throws Exception {
        UnitOfWork<?> together = DefaultUnitOfWork.startAndGet(null);
        for (long position : List.of(7L, 8L, 9L)) {
            handling.handle(event(position));
        }
        assertThatThrownBy(together::commit).hasRootCauseMessage("refused");

        assertThat(care.isDue()).isTrue();
        care.endAt(7);
        care.endAt(8);
        assertThat(care.isDue()).isTrue();
        care.endAt(9);
        assertThat(care.isDue()).isFalse();
    }

    private static TrackedEventMessage<?> event(long position) {
        return new GenericTrackedEventMessage<>(
                new GlobalSequenceTrackingToken(position), new GenericEventMessage<>("word"));
    }

    /** Its rows are refused when they are written. */
    final class Words {

        @EventHandler
        void on(String word) {
            batch.write(word, rows -> {
                throw new IllegalStateException("refused");
            });
        }
    }
}
