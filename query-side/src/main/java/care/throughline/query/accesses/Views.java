package care.throughline.query.accesses;

import java.util.Map;

/** What the routes that show people are called, for those who read of them. */
public final class Views {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("/desk", "The desk"),
            Map.entry("/desk/lines/{item}", "A line of the desk"),
            Map.entry("/desk/rounds/{round}", "What came of several lines at once"),
            Map.entry("/transitions", "The transitions board"),
            Map.entry("/referrals", "The referral board"),
            Map.entry("/referrals/{id}", "A referral"),
            Map.entry("/authorizations", "The authorizations"),
            Map.entry("/authorizations/{id}", "An authorization"),
            Map.entry("/authorizations/{id}/dossier", "An evidence dossier"),
            Map.entry("/authorizations/{id}/dossier.pdf", "An evidence dossier, as a document"),
            Map.entry("/patients/{id}/authorizations", "The authorizations of a patient"),
            Map.entry("/link/{token}", "A secure link"),
            Map.entry("/outbox", "A message to a performer's system"),
            Map.entry("/overnight", "Overnight"),
            Map.entry("/patients/{id}", "The patient page"),
            Map.entry("/patients/{id}/timeline", "The timeline"),
            Map.entry("/patients/{id}/calendar", "The calendar of a patient"),
            Map.entry("/calendar", "A calendar"),
            Map.entry("/calendar/appointments/{id}", "An appointment"),
            Map.entry("/appointments/{id}", "An appointment"),
            Map.entry("/ical/{secret}", "A subscribed calendar"),
            Map.entry("/measures/appointments/members", "The appointments behind a number"),
            Map.entry("/patients/{id}/referrals", "The referrals of a patient"),
            Map.entry("/patients/{id}/events/{position}", "An event in full"),
            Map.entry("/patients/{id}/consents", "Consents"),
            Map.entry("/patients/search", "Found in a search"),
            Map.entry("/intake/{id}", "A message"),
            Map.entry("/intake/{id}/text", "The text of a message"),
            Map.entry("/measures/{slug}/members", "The members of a measure"),
            Map.entry("/measures/{measure}/members", "The members of a measure"),
            Map.entry("/measures/referrals/closure/members", "The loops behind a number"),
            Map.entry("/measures/referrals/rulings/members", "The decisions of payers behind a number"),
            Map.entry("/measures/referrals/waits/members", "The waits behind a number"),
            Map.entry("/directory/{performer}/seen", "Whom a performer saw"),
            Map.entry("/feed", "The feed"),
            Map.entry("/past/patients/{id}", "The patient page of another moment"),
            Map.entry("/past/desk", "A desk of another moment"),
            Map.entry("/past/referrals", "The referral board of another moment"),
            Map.entry("/past/transitions", "The transitions board of another moment"),
            Map.entry("/audit", "The audit"),
            Map.entry("/audit/causes", "Cause and effect"),
            Map.entry("/audit/events", "The audit"),
            Map.entry("/audit/events/{position}", "An event of the audit"),
            Map.entry("/audit/export", "An export of the audit"),
            Map.entry("/audit/evidence", "An export of the audit with proofs"),
            Map.entry("/ledger/export", "An export with proofs"),
            Map.entry("/erasures", "Erasure and retention"),
            Map.entry("/erasures/{erasure}", "A file on an erasure"),
            Map.entry("/accesses", "Accesses"),
            Map.entry("/accesses/accounting.pdf", "An accounting of disclosures"),
            Map.entry("/patients/{id}/disclosures", "The disclosures of a patient"),
            Map.entry("/investigations", "Saved investigations"),
            Map.entry("/restrictions", "Broken glass"),
            Map.entry("/restrictions/glass", "Broken glass"),
            Map.entry("/Task", "Tasks of a performer, as FHIR"),
            Map.entry("/Task/{id}", "A task of a performer, as FHIR"),
            Map.entry("/ServiceRequest", "Referrals of a performer, as FHIR"),
            Map.entry("/ServiceRequest/{id}", "A referral, as FHIR"),
            Map.entry("/AuditEvent", "Accesses, as FHIR"));

    private Views() {}

    /**
     * The name of a view in words; one without a name is told as it was asked for.
     *
     * @param view the method and the route, such as {@code GET /patients/{id}}
     */
    public static String inWords(String view) {
        String path = view.substring(view.indexOf(' ') + 1);
        boolean program = path.startsWith("/api/") || path.startsWith("/fhir/");
        String name = NAMES.get(program ? path.substring(path.indexOf('/', 1)) : path);
        return name == null ? view : name + (program ? ", by a program" : "");
    }
}
