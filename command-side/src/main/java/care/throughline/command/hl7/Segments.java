package care.throughline.command.hl7;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.model.Structure;
import ca.uhn.hl7v2.parser.GenericModelClassFactory;
import ca.uhn.hl7v2.parser.PipeParser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import care.throughline.command.Rejected;
import java.util.ArrayList;
import java.util.List;

/** A message as its segments in order, whatever its version and structure; read by HAPI without a model and without validation. */
record Segments(List<Segment> all) {

    private static final PipeParser PARSER = parser();

    /** Takes a message apart.
     *
     * @throws Rejected if it is no HL7
     */
    static Segments of(String text) {
        try {
            Message message = PARSER.parse(text);
            List<Segment> segments = new ArrayList<>();
            for (String name : message.getNames()) {
                for (Structure structure : message.getAll(name)) {
                    if (structure instanceof Segment segment) {
                        segments.add(segment);
                    }
                }
            }
            return new Segments(List.copyOf(segments));
        } catch (HL7Exception | RuntimeException e) {
            throw new Rejected("unreadable", "This is no HL7 message that can be taken apart into segments.");
        }
    }

    /** The first segment of this name, or one without any field. */
    Fields first(String name) {
        return each(name).stream().findFirst().orElse(Fields.NONE);
    }

    List<Fields> each(String name) {
        return all.stream()
                .filter(segment -> segment.getName().equals(name))
                .map(Fields::new)
                .toList();
    }

    private static PipeParser parser() {
        HapiContext context = new DefaultHapiContext(new GenericModelClassFactory());
        context.setValidationContext(ValidationContextFactory.noValidation());
        context.getParserConfiguration().setAllowUnknownVersions(true);
        return awake(context.getPipeParser());
    }

    /** HAPI sets itself up with the first message of each version, and fails if that comes twice at once. */
    private static PipeParser awake(PipeParser parser) {
        for (String version : List.of("2.3", "2.3.1", "2.4", "2.5", "2.5.1", "2.6", "2.7", "2.7.1", "2.8")) {
            try {
                parser.parse("MSH|^~\\&|||||||ADT^A01|1|P|" + version + "\r");
            } catch (HL7Exception e) {
                throw new IllegalStateException("HL7 " + version + " cannot be read", e);
            }
        }
        return parser;
    }
}
