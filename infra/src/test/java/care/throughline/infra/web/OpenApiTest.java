package care.throughline.infra.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.throughline.infra.testing.ThroughlineTest;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ThroughlineTest
class OpenApiTest {

    @Autowired
    private WebApplicationContext application;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping routes;

    @Autowired
    private JsonMapper json;

    @Test
    void every_route_for_programs_is_described_with_its_problems() throws Exception {
        JsonNode api = description();
        Set<String> described = new TreeSet<>(api.path("paths").propertyNames());
        Set<String> registered = routes.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream())
                .filter(pattern -> pattern.startsWith("/api/") || pattern.startsWith("/fhir"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(described).containsExactlyElementsOf(registered);
        api.path("paths")
                .forEach(path -> path.forEach(operation -> assertThat(operation
                                .path("responses")
                                .path("422")
                                .path("content")
                                .propertyNames())
                        .as(operation.path("operationId").asString())
                        .containsExactly("application/problem+json")));
    }

    /** The same word, {@code Cancelling} say, may name different requests. */
    @Test
    void every_body_has_an_example_that_is_read_as_it_stands_and_leaves_nothing_out() throws Exception {
        JsonNode paths = description().path("paths");
        JsonMapper strict = json.rebuild()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        SoftAssertions.assertSoftly(softly -> routes.getHandlerMethods()
                .forEach((route, method) -> Arrays.stream(method.getMethodParameters())
                        .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                        .filter(parameter -> parameter.getParameterType().isRecord())
                        .forEach(parameter -> route.getPatternValues().stream()
                                .filter(path -> !paths.path(path).isMissingNode())
                                .forEach(path -> {
                                    JsonNode example = paths.path(path)
                                            .path("post")
                                            .at("/requestBody/content/application~1json/example");
                                    Class<?> type = parameter.getParameterType();
                                    softly.assertThat(example.propertyNames())
                                            .as(path)
                                            .containsExactlyInAnyOrderElementsOf(
                                                    Arrays.stream(type.getRecordComponents())
                                                            .map(RecordComponent::getName)
                                                            .toList());
                                    softly.assertThatCode(() -> strict.treeToValue(example, type))
                                            .as(path + " " + example)
                                            .doesNotThrowAnyException();
                                }))));
    }

    @Test
    void ids_are_strings_with_examples() throws Exception {
        JsonNode id = description().at("/paths/~1api~1patients~1{id}/get/parameters/0/schema");
        assertThat(id.path("type").asString()).isEqualTo("string");
        assertThat(id.path("example").asString()).startsWith("pat_");
    }

    private JsonNode description() throws Exception {
        MockMvc http = MockMvcBuilders.webAppContextSetup(application).build();
        http.perform(get("/openapi.yaml")).andExpect(status().isOk());
        return JsonMapper.shared()
                .readTree(http.perform(get("/openapi"))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray());
    }
}
