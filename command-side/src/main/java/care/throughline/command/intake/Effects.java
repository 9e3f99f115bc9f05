package care.throughline.command.intake;

import care.throughline.command.Commands;
import care.throughline.command.referral.ReferralCommand.AskPatient;
import care.throughline.command.referral.ReferralCommand.FromPerformer;
import care.throughline.events.Meta;
import care.throughline.events.PatientId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Does what a message says, within the append of that message, and answers whom it concerned. */
final class Effects {

    private final ApplyNews applyNews;
    private final ReceiveAsks receiveAsks;
    private final Commands commands;

    Effects(ApplyNews applyNews, ReceiveAsks receiveAsks, Commands commands) {
        this.applyNews = applyNews;
        this.receiveAsks = receiveAsks;
        this.commands = commands;
    }

    Set<PatientId> of(Reading.Understood understood, Map<String, String> metadata) {
        Set<PatientId> patients = new LinkedHashSet<>();
        Map<String, String> ofSender =
                Provenance.labelled(metadata, understood.head().labels());
        understood.news().forEach(one -> patients.add(applyNews.apply(one, ofSender)));
        return patients;
    }

    /** In the name of the performer whose system it is. */
    Set<PatientId> of(Reading.Answers answers, Map<String, String> metadata) {
        Set<PatientId> patients = new LinkedHashSet<>();
        for (FromPerformer told : answers.told()) {
            Map<String, String> ofPerformer = new HashMap<>(metadata);
            ofPerformer.put(Meta.ACTOR, told.performer().value());
            ofPerformer.put(Meta.ROLE, "PERFORMER");
            patients.add(commands.ask(new AskPatient(told.referral()), ofPerformer, PatientId.class));
            commands.send(told, ofPerformer);
        }
        return patients;
    }

    Set<PatientId> of(Reading.Asks asks, Map<String, String> metadata) {
        Set<PatientId> patients = new LinkedHashSet<>();
        asks.asks()
                .forEach(ask -> patients.add(receiveAsks.apply(ask, asks.head().labels(), metadata)));
        return patients;
    }
}
