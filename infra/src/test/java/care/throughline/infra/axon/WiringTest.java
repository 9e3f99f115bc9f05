package care.throughline.infra.axon;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.infra.events.EventSerializer;
import care.throughline.infra.store.OrderedEventStore;
import care.throughline.infra.testing.ThroughlineTest;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.JCacheAdapter;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ThroughlineTest
class WiringTest {

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private Configuration axon;

    @Test
    void events_go_to_our_own_store() {
        assertThat(beans.getBean(EventStore.class)).isExactlyInstanceOf(OrderedEventStore.class);
        assertThat(axon.eventStore()).isSameAs(beans.getBean(EventStore.class));
        assertThat(axon.getComponent(EventBus.class)).isSameAs(beans.getBean(EventStore.class));
    }

    @Test
    void commands_stay_in_this_process_and_open_no_transaction() {
        assertThat(beans.getBean(CommandBus.class)).isExactlyInstanceOf(SimpleCommandBus.class);
        assertThat(axon.getComponent(TransactionManager.class)).isInstanceOf(NoTransactionManager.class);
    }

    @Test
    void aggregates_are_cached_by_reference() {
        assertThat(beans.getBean(Cache.class)).isInstanceOf(JCacheAdapter.class);
    }

    @Test
    void nothing_is_written_by_xstream_or_java_serialization() {
        assertThat(axon.serializer()).isSameAs(beans.getBean(Serializer.class));
        assertThat(axon.serializer()).isExactlyInstanceOf(EventSerializer.class);
        assertThat(axon.eventSerializer()).isSameAs(axon.messageSerializer());
        assertThat(Configuration.class.getClassLoader().getResource("com/thoughtworks/xstream/XStream.class"))
                .isNull();
    }

    @Test
    void no_configuration_of_axons_own_was_applied_behind_our_back() {
        assertThat(beans.getBeanDefinitionNames()).noneMatch(name -> name.startsWith("org.axonframework.springboot"));
    }
}
