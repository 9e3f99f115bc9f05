package care.throughline.infra.security;

import static care.throughline.infra.security.Role.ANALYST;
import static care.throughline.infra.security.Role.COMPLIANCE;
import static care.throughline.infra.security.Role.COORDINATOR;
import static care.throughline.infra.security.Role.INTEGRATION;
import static care.throughline.infra.security.Role.OPERATOR;
import static care.throughline.infra.security.Role.PERFORMER;
import static care.throughline.infra.security.Role.SUPERVISOR;

import java.util.Set;

/** Something one can do here, and the roles that may. */
public enum Capability {
    /** See the worklist, the boards and what happened overnight. */
    SEE_WORK,
    /** Act on transitions and on who is accountable for a patient. */
    COORDINATE,
    /** Find patients, open their page and their timeline. */
    SEE_PATIENTS,
    /** Search the directory of those who can take a referral. */
    SEE_DIRECTORY,
    /** Enter, correct and withdraw entries of the directory. */
    KEEP_DIRECTORY,
    /** Take a wrong merge of two patients back. */
    CORRECT_IDENTITY,
    /** See what became of inbound messages and which events each caused; no text, no name. */
    SEE_MESSAGES,
    /** Read what a message says, which is about somebody. */
    READ_MESSAGES,
    /** Correct, replay or discard a message that could not be applied. */
    REPAIR_MESSAGES,
    /** Send records in; a performer sends only what it asks of us. */
    SEND_RECORDS,
    /** See measures with their receipts. */
    SEE_MEASURES,
    /** See who was shown whose data. */
    SEE_ACCESSES,
    /** Record what was told of a patient to somebody outside. */
    RECORD_DISCLOSURES,
    /** Restrict charts, lift that again, and review broken glass. */
    GUARD_CHARTS,
    /** Open a restricted chart for an hour, to be reviewed. */
    BREAK_GLASS,
    /** Record what a person consented to, and what they took back. */
    RECORD_CONSENT,
    /** Search every event, follow causes, export. */
    SEE_AUDIT,
    /** See what any page showed at any moment of the past. */
    SEE_PAST,
    /** Read the stream of events, personal data left out. */
    READ_FEED,
    /** See how the ledger stands, its checkpoints and its hashes. */
    SEE_LEDGER,
    /** Compare events with the ledger, and take them away with their proofs. */
    TAKE_EVIDENCE,
    /** End a log of the ledger that has signed more than there is, and begin the next. */
    BEGIN_LOG,
    /** Decide on erasures and legal holds, see certificates and what is due. */
    ERASE,
    /** Watch the machinery, look after dead letters, rebuild read models. */
    OPERATE,
    /** Answer the one referral that one's link opens. */
    ANSWER_REFERRAL,
    /** Read and update the tasks of the one performer that one's client stands for. */
    EXCHANGE_TASKS,
    /** Read the one calendar that one's secret address opens. */
    SUBSCRIBE,
    /** Be sent to the page that one's role starts with. */
    ARRIVE;

    Set<Role> roles() {
        return switch (this) {
            case SEE_WORK, COORDINATE, SEE_DIRECTORY, SUBSCRIBE -> Set.of(COORDINATOR, SUPERVISOR);
            case SEE_PATIENTS, RECORD_CONSENT -> Set.of(COORDINATOR, SUPERVISOR, COMPLIANCE);
            case SEE_AUDIT -> Set.of(COMPLIANCE);
            case SEE_PAST -> Set.of(SUPERVISOR, COMPLIANCE);
            case CORRECT_IDENTITY, KEEP_DIRECTORY -> Set.of(SUPERVISOR);
            case SEE_MESSAGES -> Set.of(SUPERVISOR, COMPLIANCE, INTEGRATION, OPERATOR);
            case READ_MESSAGES -> Set.of(SUPERVISOR, COMPLIANCE, INTEGRATION);
            case REPAIR_MESSAGES -> Set.of(SUPERVISOR, INTEGRATION);
            case SEND_RECORDS -> Set.of(INTEGRATION, PERFORMER);
            case SEE_MEASURES -> Set.of(SUPERVISOR, COMPLIANCE, ANALYST);
            case BREAK_GLASS -> Set.of(COORDINATOR, SUPERVISOR);
            case RECORD_DISCLOSURES -> Set.of(COORDINATOR, SUPERVISOR, COMPLIANCE);
            case SEE_ACCESSES, GUARD_CHARTS -> Set.of(COMPLIANCE);
            case READ_FEED -> Set.of(ANALYST);
            case SEE_LEDGER -> Set.of(COMPLIANCE, ANALYST, OPERATOR);
            case TAKE_EVIDENCE, BEGIN_LOG -> Set.of(COMPLIANCE);
            case ERASE -> Set.of(COMPLIANCE);
            case OPERATE -> Set.of(OPERATOR);
            case ANSWER_REFERRAL, EXCHANGE_TASKS -> Set.of(PERFORMER);
            case ARRIVE -> Set.of(COORDINATOR, SUPERVISOR, COMPLIANCE, ANALYST, INTEGRATION, OPERATOR);
        };
    }
}
