package care.throughline.query.past;

import care.throughline.query.authorizations.Authorization;
import care.throughline.query.patients.Chart;
import care.throughline.query.referrals.Referral;
import care.throughline.query.timeline.Moments;
import care.throughline.query.timeline.Moments.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person at two moments, the one asked about and the one beside it, with what lies between.
 *
 * @param between the events recorded between the two, and those that one of them leaves out as not yet happened; in order
 * @param previous the last event of this person before the one asked about, null if there is none
 * @param next the first event of this person after it, null if there is none
 */
public record PastChart(
        Side then,
        Side beside,
        List<Difference> differences,
        List<Moment> between,
        @Nullable Long previous,
        @Nullable Long next) {

    /**
     * What the page showed.
     *
     * @param chart null if nobody was known by this record
     * @param referrals all of the person, as are the authorizations
     */
    public record Side(
            Then then,
            @Nullable Chart chart,
            List<Referral> referrals,
            List<Authorization> authorizations,
            Moments moments) {}
}
