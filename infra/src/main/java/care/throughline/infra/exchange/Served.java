package care.throughline.infra.exchange;

import java.util.List;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceVersionPolicy;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;

/** What is served over FHIR, by hand and held to the routes by a test. */
record Served(String base) {

    private static final List<Parameter> OF_TASKS = List.of(
            new Parameter("owner", SearchParamType.REFERENCE, "The performer itself; anybody else has none."),
            new Parameter("identifier", SearchParamType.TOKEN, "The number of what it asks of us, as system|value."),
            new Parameter("patient", SearchParamType.REFERENCE, "A patient of its referrals."),
            new Parameter("status", SearchParamType.TOKEN, "One or several, separated by commas."),
            new Parameter("_lastUpdated", SearchParamType.DATE, "With ge, gt, le or lt; once or twice."));

    private static final List<Parameter> OF_REQUESTS = List.of(
            new Parameter("performer", SearchParamType.REFERENCE, "The performer itself; anybody else has none."),
            new Parameter("patient", SearchParamType.REFERENCE, "A patient of its referrals."),
            new Parameter("status", SearchParamType.TOKEN, "One or several, separated by commas."),
            new Parameter("_lastUpdated", SearchParamType.DATE, "With ge, gt, le or lt; once or twice."));

    private record Parameter(String name, SearchParamType type, String words) {}

    static Served at(String base) {
        return new Served(base);
    }

    CapabilityStatement statement() {
        CapabilityStatement statement = new CapabilityStatement();
        statement.setStatus(PublicationStatus.ACTIVE);
        statement.setDateElement(new DateTimeType("2026-11-22"));
        statement.setKind(CapabilityStatementKind.INSTANCE);
        statement.getSoftware().setName("Throughline");
        statement
                .getImplementation()
                .setDescription("Throughline, coordination of care")
                .setUrl(base);
        statement.setFhirVersion(FHIRVersion._4_0_1);
        statement.addFormat("application/fhir+json");
        statement.addPatchFormat("application/json-patch+json");
        rest(statement.addRest());
        return statement;
    }

    private static void rest(CapabilityStatementRestComponent rest) {
        rest.setMode(RestfulCapabilityMode.SERVER);
        rest.getSecurity()
                .setCors(false)
                .setDescription(
                        "Bearer tokens by OAuth 2.0 client credentials; each client stands for one performer or role.")
                .addService()
                .addCoding()
                .setSystem("http://terminology.hl7.org/CodeSystem/restful-security-service")
                .setCode("OAuth");
        rest.addInteraction()
                .setCode(SystemRestfulInteraction.TRANSACTION)
                .setDocumentation(
                        "Patient, Encounter and what belongs to them, from those who send records in; Task, ServiceRequest and"
                                + " Patient, from performers who refer to us.");
        task(rest.addResource());
        request(rest.addResource());
        accesses(rest.addResource());
    }

    private static void task(CapabilityStatementRestResourceComponent task) {
        task.setType("Task");
        task.addSupportedProfile(
                "http://hl7.org/fhir/us/sdoh-clinicalcare/StructureDefinition/SDOHCC-TaskForReferralManagement");
        task.setVersioning(ResourceVersionPolicy.VERSIONEDUPDATE)
                .setReadHistory(false)
                .setUpdateCreate(false);
        List.of(
                        TypeRestfulInteraction.READ,
                        TypeRestfulInteraction.SEARCHTYPE,
                        TypeRestfulInteraction.UPDATE,
                        TypeRestfulInteraction.PATCH)
                .forEach(one -> task.addInteraction().setCode(one));
        searched(task, OF_TASKS);
    }

    private static void request(CapabilityStatementRestResourceComponent request) {
        request.setType("ServiceRequest");
        request.setVersioning(ResourceVersionPolicy.VERSIONED).setReadHistory(false);
        List.of(TypeRestfulInteraction.READ, TypeRestfulInteraction.SEARCHTYPE)
                .forEach(one -> request.addInteraction().setCode(one));
        searched(request, OF_REQUESTS);
    }

    private static void accesses(CapabilityStatementRestResourceComponent accesses) {
        accesses.setType("AuditEvent");
        accesses.setDocumentation("For those who watch over access.");
        accesses.addInteraction().setCode(TypeRestfulInteraction.SEARCHTYPE);
    }

    private static void searched(CapabilityStatementRestResourceComponent resource, List<Parameter> parameters) {
        parameters.forEach(one -> resource.addSearchParam()
                .setName(one.name())
                .setType(one.type())
                .setDocumentation(one.words()));
    }
}
