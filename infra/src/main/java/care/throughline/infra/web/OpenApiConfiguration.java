package care.throughline.infra.web;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;

/** Describes what programs may call, at {@code /openapi} and {@code /openapi.yaml}; open to everybody, as the source is. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String TOKEN = "token";
    private static final String PROBLEM = "Problem";

    /** The one registered last is asked first. */
    @Bean
    @Order(1)
    ModelResolver schemasByCapability(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new SchemaNames());
    }

    @Bean
    @Order(2)
    ModelConverter typedValueSchemas() {
        return new TypedValueSchemas();
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Throughline")
                        .version("v1")
                        .description(
                                "Commands answer the position at which they were recorded; a read that passes it as"
                                        + " `after` waits until it shows what the command caused. Times are instants in UTC,"
                                        + " days are the organisation's.")
                        .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
                .servers(List.of(new Server().url("/")))
                .components(new Components().addSchemas(PROBLEM, problem()).addSecuritySchemes(TOKEN, token()))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    private static SecurityScheme token() {
        OAuthFlow machines = new OAuthFlow()
                .tokenUrl("/oauth2/token")
                .scopes(new Scopes()
                        .addString("integration", "send records and follow what became of them")
                        .addString("analyst", "read measures and the feed")
                        .addString("operator", "watch and repair the machinery")
                        .addString("performer", "read and update the tasks of one performer"));
        return new SecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .flows(new OAuthFlows().clientCredentials(machines));
    }

    private static Schema<?> problem() {
        Schema<?> problem = new ObjectSchema()
                .addProperty("type", text("urn:throughline:problem:transition-already-ended"))
                .addProperty("title", text("Unprocessable Content"))
                .addProperty("status", new IntegerSchema().example(422))
                .addProperty("detail", text("This transition has ended. Look at its page."))
                .addProperty("reason", text("transition-already-ended"))
                .addProperty("correlationId", text("0f8fad5b-d9cb-469f-a165-70867728950e"));
        problem.setDescription("What went wrong (RFC 9457): `reason` for programs, `detail` for people");
        return problem;
    }

    private static Schema<?> text(String example) {
        return new StringSchema().example(example);
    }

    @Bean
    OpenApiCustomizer problemsEverywhere() {
        return api -> api.getPaths()
                .values()
                .forEach(path -> path.readOperations().forEach(OpenApiConfiguration::addProblems));
    }

    @Bean
    OpenApiCustomizer exampleOfEveryBody() {
        return new ExampleBodies();
    }

    private static void addProblems(Operation operation) {
        for (HttpStatus status : List.of(
                HttpStatus.BAD_REQUEST,
                HttpStatus.UNAUTHORIZED,
                HttpStatus.FORBIDDEN,
                HttpStatus.CONFLICT,
                HttpStatus.UNPROCESSABLE_CONTENT)) {
            Schema<?> schema = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
            operation
                    .getResponses()
                    .addApiResponse(
                            Integer.toString(status.value()),
                            new ApiResponse()
                                    .description(Problem.of(status).sentence())
                                    .content(new Content()
                                            .addMediaType("application/problem+json", new MediaType().schema(schema))));
        }
    }
}
