package care.throughline.command.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import care.throughline.command.Rejected;
import care.throughline.command.intake.Facilities;
import care.throughline.command.intake.Reader;
import care.throughline.command.intake.Reading;
import care.throughline.command.intake.Reading.Head;
import care.throughline.command.intake.Reading.Refusal;
import care.throughline.events.intake.IntakeEvent.Answer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;

/** Reads FHIR R4 bundles of type transaction and batch, JSON in UTF-8. */
public final class BundleReader implements Reader {

    private static final int MAX_ENTRIES = 20_000;

    private final Facilities facilities;

    public BundleReader(Facilities facilities) {
        this.facilities = facilities;
    }

    @Override
    public String channel() {
        return "fhir";
    }

    @Override
    public Reading read(byte[] message) {
        String essence = new String(message, StandardCharsets.ISO_8859_1);
        Head unreadable = new Head("fhir:bundle", "fhir", "", "", "", essence, Set.of());
        try {
            Bundle bundle = parse(message);
            String kind = "Bundle/" + bundle.getType().toCode();
            Head head = new Head(
                    "fhir:bundle", "fhir", "", controlId(bundle), kind, essence, Codes.labels(bundle.getMeta()));
            return understood(head, bundle);
        } catch (Rejected e) {
            return refused(unreadable, e);
        }
    }

    /** The bundle, checked for what we take.
     *
     * @throws Rejected if it is none
     */
    Bundle parse(byte[] message) {
        Bundle bundle = bundle(message);
        if (bundle.getType() != Bundle.BundleType.TRANSACTION && bundle.getType() != Bundle.BundleType.BATCH) {
            throw new Rejected("unsupported-bundle", "Only bundles of type transaction or batch are taken.");
        }
        if (bundle.getEntry().size() > MAX_ENTRIES) {
            throw new Rejected("too-many-entries", "The bundle has more than " + MAX_ENTRIES + " entries.");
        }
        if (bundle.getEntry().stream().anyMatch(entry -> !entry.hasResource() || !writes(entry))) {
            throw new Rejected("unsupported-request", "Every entry needs a resource and a request POST or PUT.");
        }
        return bundle;
    }

    private Reading understood(Head head, Bundle bundle) {
        try {
            BundleNews news = new BundleNews(new Entries(bundle), facilities);
            return new Reading.Understood(head, news.news(), news.providers());
        } catch (Rejected e) {
            return refused(head, e);
        }
    }

    private static boolean writes(Bundle.BundleEntryComponent entry) {
        Bundle.HTTPVerb verb = entry.getRequest().getMethod();
        return verb == Bundle.HTTPVerb.POST || verb == Bundle.HTTPVerb.PUT;
    }

    private static Bundle bundle(byte[] message) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(message))
                    .toString();
            IParser parser = FhirContext.forR4Cached().newJsonParser();
            parser.setParserErrorHandler(new StrictErrorHandler());
            return parser.parseResource(Bundle.class, text);
        } catch (CharacterCodingException | RuntimeException e) {
            throw new Rejected("unreadable", "This is no FHIR R4 Bundle in JSON and UTF-8.");
        }
    }

    /** What the sender calls the bundle; without that it is recognised by its content. */
    static String controlId(Bundle bundle) {
        return bundle.getIdentifier().hasValue()
                ? bundle.getIdentifier().getSystem() + "|"
                        + bundle.getIdentifier().getValue()
                : "";
    }

    private static Reading refused(Head head, Rejected why) {
        return new Reading.Refused(head, new Refusal(Answer.AE, why.reason(), String.valueOf(why.getMessage())));
    }
}
