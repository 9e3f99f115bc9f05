package care.throughline.command.intake;

import care.throughline.command.BlindIndex;
import care.throughline.command.Commands;
import care.throughline.command.Rejected;
import care.throughline.command.directory.DirectoryCommand.AskStanding;
import care.throughline.command.directory.Standing;
import care.throughline.command.patient.Survivors;
import care.throughline.command.referral.ReferralCommand.Candidate;
import care.throughline.command.referral.ReferralCommand.Receive;
import care.throughline.command.referral.ReferralCommand.Withdraw;
import care.throughline.events.Meta;
import care.throughline.events.PatientId;
import care.throughline.events.PerformerId;
import care.throughline.events.ReferralId;
import care.throughline.events.Sensitivity;
import care.throughline.events.directory.Profile;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Turns what others ask of us into commands, in the name of whoever asks; every one may be sent again without harm. */
public final class ReceiveAsks {

    private final ApplyNews people;
    private final Survivors survivors;
    private final Commands commands;
    private final BlindIndex index;
    private final PerformerId house;

    /** @param house our own entry in the directory */
    public ReceiveAsks(ApplyNews people, Commands commands, BlindIndex index, PerformerId house) {
        this.people = people;
        this.survivors = new Survivors(commands);
        this.commands = commands;
        this.index = index;
        this.house = house;
    }

    /** Applies it and says whose record it went to.
     *
     * @param ofSender labels of all that the sender tells
     * @throws Rejected if the rules say no
     */
    PatientId apply(Ask ask, Set<Sensitivity> ofSender, Map<String, String> metadata) {
        Set<Sensitivity> labels = new HashSet<>(ofSender);
        labels.addAll(ask.labels());
        Map<String, String> ofAsker = new HashMap<>(Provenance.labelled(metadata, ofSender));
        ofAsker.put(Meta.ACTOR, ask.requester().value());
        ofAsker.put(Meta.ROLE, "PERFORMER");
        ReferralId referral = index.askedOf(ask.requester(), ask.number());
        PatientId patient = people.apply(ask.person(), ofAsker);
        Instant at = ask.person().toldAt();
        commands.send(
                switch (ask.wish()) {
                    case Ask.Wish.Drop drop -> new Withdraw(referral, drop.reason(), at);
                    case Ask.Wish.Take take ->
                        new Receive(
                                referral,
                                survivors.rootOf(patient, ofAsker),
                                ask.requester(),
                                ask.number(),
                                ourselves(ofAsker),
                                take.kind(),
                                take.urgency(),
                                take.reason(),
                                labels,
                                at);
                },
                ofAsker);
        return patient;
    }

    private Candidate ourselves(Map<String, String> metadata) {
        Standing standing = commands.ask(new AskStanding(house), metadata, Standing.class);
        Profile profile = standing.profile();
        if (profile == null) {
            throw new Rejected(
                    "house-unknown",
                    "Our own entry is missing in the directory, so nobody can ask us. Add it as " + house + ".");
        }
        return new Candidate(house, profile.specialty(), standing.capacity(), standing.labels());
    }
}
