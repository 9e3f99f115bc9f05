package care.throughline.command.intake;

import care.throughline.command.BlindIndex;
import care.throughline.command.Commands;
import care.throughline.command.intake.News.Life;
import care.throughline.command.intake.News.Visit;
import care.throughline.command.patient.Identification;
import care.throughline.command.patient.PatientCommand.ReportDeath;
import care.throughline.command.patient.PatientCommand.ReportDemographics;
import care.throughline.command.patient.PatientCommand.WithdrawDeath;
import care.throughline.command.restriction.RestrictionCommand.Protect;
import care.throughline.command.stay.StayCommand.Report;
import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.stay.StayReport;
import java.util.Map;

/** Turns news about one person into commands; every one of them may be sent again without harm. */
public final class ApplyNews {

    private final Identification people;
    private final Commands commands;
    private final BlindIndex index;

    public ApplyNews(Identification people, Commands commands, BlindIndex index) {
        this.people = people;
        this.commands = commands;
        this.index = index;
    }

    /** Applies it all and says whose record it went to.
     *
     * @throws care.throughline.command.Rejected if the rules say no
     */
    PatientId apply(News news, Map<String, String> metadata) {
        PatientId patient = people.identify(news.identifiers(), news.toldAt(), metadata);
        if (news.guarded()) {
            commands.send(new Protect(patient, news.toldBy(), news.toldAt()), metadata);
        }
        news.retired().forEach(number -> people.merge(patient, number, news.toldAt(), metadata));
        if (!news.demographics().isEmpty()) {
            commands.send(new ReportDemographics(patient, news.demographics(), news.toldAt()), metadata);
        }
        life(patient, news, metadata);
        news.visits().forEach(visit -> commands.send(report(patient, news, visit), metadata));
        return patient;
    }

    private void life(PatientId patient, News news, Map<String, String> metadata) {
        switch (news.life()) {
            case Life.Unsaid unsaid -> {}
            case Life.Alive alive -> commands.send(new WithdrawDeath(patient, news.toldAt()), metadata);
            case Life.Dead dead -> commands.send(new ReportDeath(patient, dead.at(), news.toldAt()), metadata);
        }
    }

    private Report report(PatientId patient, News news, Visit visit) {
        StayReport.Details details =
                new StayReport.Details(visit.number(), visit.diagnoses(), visit.reason(), visit.attending());
        StayReport report = new StayReport(
                visit.kind(),
                news.toldBy(),
                news.toldAt(),
                news.tieBreak(),
                patient,
                visit.stayClass(),
                visit.admittedAt(),
                visit.dischargedAt(),
                visit.disposition(),
                visit.admissionType(),
                visit.location(),
                Personal.of(patient, details),
                visit.labels());
        return new Report(index.stayOf(visit.facility(), visit.number()), visit.facility(), report);
    }
}
