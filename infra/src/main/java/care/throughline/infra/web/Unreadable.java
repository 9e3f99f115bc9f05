package care.throughline.infra.web;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Says which field could not be read and what was expected, without repeating what was sent. */
final class Unreadable {

    private Unreadable() {}

    static Problem of(Throwable failure) {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "unreadable",
                sentence(failure) + expectation(failure).map(text -> " " + text).orElse("")
                        + " Correct it and send it again.");
    }

    private static String sentence(Throwable failure) {
        if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
            return "The parameter '" + mismatch.getName() + "' could not be read.";
        }
        if (failure instanceof ServletRequestBindingException binding) {
            return binding.getBody().getDetail() == null
                    ? "A parameter is missing."
                    : binding.getBody().getDetail();
        }
        return cause(failure, MismatchedInputException.class)
                .flatMap(Unreadable::field)
                .map(field -> "The field '" + field + "' is missing or not in the expected form.")
                .orElse("The request could not be read.");
    }

    /** The path to the field, as far as it consists of components of our records and not of keys that were sent. */
    private static Optional<String> field(MismatchedInputException mismatch) {
        String path = mismatch.getPath().stream()
                .takeWhile(Unreadable::isComponent)
                .map(JacksonException.Reference::getPropertyName)
                .collect(Collectors.joining("."));
        return path.isEmpty() ? Optional.empty() : Optional.of(path);
    }

    private static boolean isComponent(JacksonException.Reference reference) {
        Class<?> owner = reference.from() instanceof Class<?> type
                ? type
                : Optional.ofNullable(reference.from()).map(Object::getClass).orElse(null);
        return owner != null
                && owner.isRecord()
                && Arrays.stream(owner.getRecordComponents())
                        .anyMatch(component -> component.getName().equals(reference.getPropertyName()));
    }

    private static Optional<String> expectation(Throwable failure) {
        Class<?> target = failure instanceof MethodArgumentTypeMismatchException mismatch
                ? mismatch.getRequiredType()
                : cause(failure, MismatchedInputException.class)
                        .map(MismatchedInputException::getTargetType)
                        .orElse(null);
        return ours(failure).or(() -> expected(target));
    }

    private static Optional<String> expected(@Nullable Class<?> type) {
        if (type == null) {
            return Optional.empty();
        }
        if (type.isEnum()) {
            return Optional.of("Expected one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", ")) + ".");
        }
        return Optional.ofNullable(
                switch (type.getName()) {
                    case "java.time.LocalDate" -> "Expected a date like 2026-11-30.";
                    case "java.time.LocalTime" -> "Expected a time of day like 14:05.";
                    case "java.time.LocalDateTime" -> "Expected a date and time like 2026-11-30T14:05.";
                    case "java.time.Instant" -> "Expected a moment like 2026-11-30T14:05:00Z.";
                    case "int", "long", "java.lang.Integer", "java.lang.Long" -> "Expected a whole number.";
                    case "boolean", "java.lang.Boolean" -> "Expected true or false.";
                    default -> null;
                });
    }

    /** The sentence of one of our own constructors; those never repeat the value. */
    private static Optional<String> ours(Throwable failure) {
        return cause(failure, IllegalArgumentException.class)
                .filter(why -> Arrays.stream(why.getStackTrace())
                        .findFirst()
                        .filter(frame -> frame.getClassName().startsWith("care.throughline."))
                        .isPresent())
                .map(Throwable::getMessage)
                .map(text -> Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".");
    }

    /** The innermost cause of this type. */
    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        T found = null;
        for (Throwable each = failure; each != null; each = each.getCause()) {
            found = type.isInstance(each) ? type.cast(each) : found;
        }
        return Optional.ofNullable(found);
    }
}
