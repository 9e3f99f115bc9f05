package care.throughline.infra.past;

import care.throughline.events.referral.PacketItem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Refers people, and lets whatever may happen to a referral happen at random; what the rules refuse does not. */
final class Loops {

    private final Browse browse;
    private final Random random;
    private final String salt;
    private final List<String> drafted = new ArrayList<>();

    Loops(Browse browse, Random random, String salt) {
        this.browse = browse;
        this.random = random;
        this.salt = salt;
        for (int number = 0; number < 2; number++) {
            browse.send(
                    "/api/directory",
                    ("{'performer':'%s','capacity':'OPEN','details':{'name':'%s','specialty':'CARDIOLOGY','languages':['en'],"
                                    + "'hours':{'MONDAY':{'from':'09:00','to':'17:00'}},'zip':'19104','phone':'2155550100'}}")
                            .formatted(performer(number), "Practice " + number));
        }
    }

    /** A new referral for each of these people, with all that is needed to send it. */
    void draft(List<String> people) {
        for (String person : people) {
            String referral = "ref_" + salt + drafted.size();
            String wish =
                    "{'referral':'%s','kind':'CONSULTATION','specialty':'CARDIOLOGY','urgency':'%s','reason':'See'}"
                            .formatted(referral, random.nextBoolean() ? "ROUTINE" : "URGENT");
            if (browse.send("/api/patients/" + person + "/referrals", wish)) {
                drafted.add(referral);
                for (PacketItem item : PacketItem.values()) {
                    act(referral, "/packet", "{'item':'" + item + "','present':true}");
                }
                act(
                        referral,
                        "/authorizations",
                        ("{'authorization':'%s','service':'Visits','units':4,'payer':'Acme Health',"
                                        + "'program':'MEDICARE_ADVANTAGE','priority':'EXPEDITED'}")
                                .formatted(permission(referral)));
            }
        }
    }

    /** One of the things that may happen, to each of them; after it was sent. */
    void goOn(Instant now) {
        for (String referral : drafted) {
            String performer = "/performers/" + performer(random.nextInt(2));
            String time = "{'startsAt':'" + now.plus(3, ChronoUnit.DAYS) + "'}";
            act(referral, "/send", "{'performers':['%s','%s']}".formatted(performer(0), performer(1)));
            switch (random.nextInt(8)) {
                case 0 -> act(referral, performer + "/accepted", "{}");
                case 1 -> act(referral, performer + "/declined", "{'reason':'NO_CAPACITY'}");
                case 2 -> {
                    act(referral, performer + "/accepted", "{}");
                    act(referral, performer + "/scheduled", time);
                }
                case 3 -> act(referral, performer + "/waitlist", "{'place':" + random.nextInt(1, 9) + "}");
                case 4 -> {
                    act(referral, performer + "/accepted", "{}");
                    act(referral, performer + "/seen", "{}");
                }
                case 5 -> {
                    act(referral, performer + "/accepted", "{}");
                    act(referral, performer + "/seen", "{}");
                    act(referral, performer + "/result", "{'result':'Seen, all well.'}");
                    act(referral, "/read", "{}");
                }
                case 6 -> act(referral, "/cancellation", "{'reason':'No longer needed'}");
                default -> act(referral, performer + "/time-proposed", time);
            }
        }
    }

    /** One of the things that a payer may say, or we to it, for each of them. */
    void decide(LocalDate today) {
        for (String referral : drafted) {
            String days = "'number':'A1','from':'%s','until':'%s','units':4".formatted(today, today.plusDays(2));
            switch (random.nextInt(6)) {
                case 0 -> pay(referral, "/pended", "{'missing':['IMAGING'],'words':'Send it'}");
                case 1 -> pay(referral, "/information", "{'words':'Sent'}");
                case 2 -> pay(referral, "/approved", "{" + days + "}");
                case 3 -> pay(referral, "/denied", "{'reason':'NOT_COVERED','words':'No'}");
                case 4 -> pay(referral, "/appeals", "{'level':1,'priority':'STANDARD','grounds':'Why not'}");
                default -> pay(referral, "/withdrawn", "{'reason':'Not needed'}");
            }
        }
    }

    private void pay(String referral, String what, String body) {
        browse.send("/api/authorizations/" + permission(referral) + what, body);
    }

    private static String permission(String referral) {
        return referral.replace("ref_", "aut_");
    }

    private void act(String referral, String what, String body) {
        browse.send("/api/referrals/" + referral + what, body);
    }

    private String performer(int number) {
        return "prf_" + salt + number;
    }
}
