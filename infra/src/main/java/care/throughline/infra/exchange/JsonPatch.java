package care.throughline.infra.exchange;

import care.throughline.command.Rejected;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON Patch (RFC 6902): all six operations, in order, all of them or none. */
final class JsonPatch {

    private static final String END = "-";

    private JsonNode document;

    private JsonPatch(JsonNode document) {
        this.document = document;
    }

    /** The document with the patch applied.
     *
     * @throws Rejected if it is no patch, or does not fit the document
     */
    static byte[] applied(String document, byte[] patch) {
        JsonPatch work = new JsonPatch(JsonMapper.shared().readTree(document));
        JsonNode operations;
        try {
            operations = JsonMapper.shared().readTree(patch);
        } catch (JacksonException e) {
            throw unreadable();
        }
        if (!operations.isArray()) {
            throw unreadable();
        }
        operations.forEach(work::apply);
        return JsonMapper.shared().writeValueAsBytes(work.document);
    }

    private void apply(JsonNode operation) {
        List<String> path = path(operation.path("path"));
        switch (operation.path("op").asString("")) {
            case "add" -> add(path, value(operation));
            case "remove" -> remove(path);
            case "replace" -> {
                at(path);
                put(path, value(operation));
            }
            case "move" -> {
                List<String> from = path(operation.path("from"));
                JsonNode moved = at(from);
                remove(from);
                add(path, moved);
            }
            case "copy" -> add(path, at(path(operation.path("from"))).deepCopy());
            case "test" -> {
                if (!at(path).equals(value(operation))) {
                    throw new Rejected("patch-test-failed", "A test of the patch does not hold; nothing was changed.");
                }
            }
            default -> throw unreadable();
        }
    }

    private static JsonNode value(JsonNode operation) {
        if (!operation.has("value")) {
            throw unreadable();
        }
        return operation.path("value");
    }

    private void add(List<String> path, JsonNode value) {
        if (!path.isEmpty() && at(path.subList(0, path.size() - 1)) instanceof ArrayNode array) {
            String last = path.getLast();
            array.insert(last.equals(END) ? array.size() : index(last, array.size()), value);
        } else {
            put(path, value);
        }
    }

    /** In the place of what is there. */
    private void put(List<String> path, JsonNode value) {
        if (path.isEmpty()) {
            document = value;
            return;
        }
        switch (at(path.subList(0, path.size() - 1))) {
            case ObjectNode object -> object.set(path.getLast(), value);
            case ArrayNode array -> array.set(index(path.getLast(), array.size() - 1), value);
            default -> throw nowhere();
        }
    }

    private void remove(List<String> path) {
        at(path);
        if (path.isEmpty()) {
            throw nowhere();
        }
        switch (at(path.subList(0, path.size() - 1))) {
            case ObjectNode object -> object.remove(path.getLast());
            case ArrayNode array -> array.remove(index(path.getLast(), array.size() - 1));
            default -> throw nowhere();
        }
    }

    private JsonNode at(List<String> path) {
        JsonNode found = document;
        for (String step : path) {
            found = found instanceof ArrayNode array ? array.path(index(step, array.size() - 1)) : found.path(step);
            if (found.isMissingNode()) {
                throw nowhere();
            }
        }
        return found;
    }

    private static int index(String step, int greatest) {
        if (!step.matches("0|[1-9][0-9]{0,8}") || Integer.parseInt(step) > greatest) {
            throw nowhere();
        }
        return Integer.parseInt(step);
    }

    /** A JSON Pointer (RFC 6901) taken apart. */
    private static List<String> path(JsonNode pointer) {
        String text = pointer.asString("?");
        if (!text.isEmpty() && !text.startsWith("/")) {
            throw unreadable();
        }
        List<String> steps = new ArrayList<>();
        if (!text.isEmpty()) {
            for (String step : text.substring(1).split("/", -1)) {
                steps.add(step.replace("~1", "/").replace("~0", "~"));
            }
        }
        return steps;
    }

    private static Rejected nowhere() {
        return new Rejected("patch-does-not-fit", "The patch names a place that this Task has not.");
    }

    private static Rejected unreadable() {
        return new Rejected(
                "patch-unreadable", "A JSON Patch is an array of operations: add, remove, replace, move, copy, test.");
    }
}
