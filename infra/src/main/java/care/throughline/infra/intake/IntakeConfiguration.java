package care.throughline.infra.intake;

import care.throughline.command.BlindIndex;
import care.throughline.command.Commands;
import care.throughline.command.Sealing;
import care.throughline.command.exchange.Reaches;
import care.throughline.command.fhir.AskReader;
import care.throughline.command.fhir.BundleReader;
import care.throughline.command.hl7.AdtReader;
import care.throughline.command.hl7.AnswerReader;
import care.throughline.command.intake.ApplyNews;
import care.throughline.command.intake.AsideMessages;
import care.throughline.command.intake.Facilities;
import care.throughline.command.intake.Filing;
import care.throughline.command.intake.Intake;
import care.throughline.command.intake.MessageTextTable;
import care.throughline.command.intake.MessageTexts;
import care.throughline.command.intake.Outcomes;
import care.throughline.command.intake.ProviderTable;
import care.throughline.command.intake.Providers;
import care.throughline.command.intake.Reader;
import care.throughline.command.intake.ReceiveAsks;
import care.throughline.command.patient.Identification;
import care.throughline.events.PatientId;
import care.throughline.events.PerformerId;
import care.throughline.infra.CommandSideConfiguration;
import care.throughline.infra.security.Permissions;
import care.throughline.query.intake.MessageText;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Wires the way in: who may send, how messages are read, kept and applied. */
@Configuration(proxyBeanMethods = false)
@Profile(CommandSideConfiguration.PROFILE)
class IntakeConfiguration {

    @Bean
    AdtReader adtReader(Facilities facilities) {
        return new AdtReader(facilities);
    }

    @Bean
    AnswerReader answerReader(@Qualifier("writers") DataSource writers, Facilities facilities, Clock clock) {
        return new AnswerReader(new Reaches(writers), facilities, clock);
    }

    @Bean
    BundleReader bundleReader(Facilities facilities) {
        return new BundleReader(facilities);
    }

    @Bean
    AskReader askReader(BundleReader bundles, Facilities facilities, Clock clock) {
        return new AskReader(bundles, facilities, clock);
    }

    @Bean
    MessageTexts messageTexts(@Qualifier("writers") DataSource writers) {
        return new SettledTogether(new MessageTextTable(writers));
    }

    @Bean
    Providers providers(@Qualifier("writers") DataSource writers) {
        return new ProviderTable(writers);
    }

    @Bean
    Filing filing(BlindIndex index, Sealing sealing, MessageTexts texts, Clock clock) {
        return new Filing(index, sealing, texts, clock);
    }

    @Bean
    Outcomes outcomes(MeterRegistry meters) {
        return (source, outcome) -> meters.counter("throughline.intake.messages", "source", source, "outcome", outcome)
                .increment();
    }

    @Bean
    Identification identification(Commands commands, BlindIndex index) {
        return new Identification(commands, index, () -> new PatientId(PatientId.PREFIX + UUID.randomUUID()));
    }

    @Bean
    Intake intake(
            Filing filing,
            MessageTexts texts,
            Identification people,
            BlindIndex index,
            Providers providers,
            Commands commands,
            Outcomes outcomes,
            Clock clock,
            @Value("${throughline.house:prf_house}") PerformerId house) {
        ApplyNews news = new ApplyNews(people, commands, index);
        ReceiveAsks asks = new ReceiveAsks(news, commands, index, house);
        return new Intake(filing, texts, news, asks, providers, commands, outcomes, clock);
    }

    @Bean
    AsideMessages asideMessages(
            Filing filing, MessageTexts texts, Intake intake, List<Reader> readers, Commands commands, Clock clock) {
        return new AsideMessages(filing, texts, intake, readers, commands, clock);
    }

    @Bean
    MessageText messageText(AsideMessages messages, Permissions permissions) {
        return new TextForReaders(messages, permissions);
    }
}
