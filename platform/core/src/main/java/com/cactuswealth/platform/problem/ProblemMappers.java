package com.cactuswealth.platform.problem;

import com.cactuswealth.platform.message.Message;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every exception that leaves a resource into a problem; none shows a stack trace to a caller. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private static final Duration DATABASE_RETRY = Duration.ofSeconds(5);

    private final ProblemResponses responses;
    private final AllowedMethods methods;

    ProblemMappers(ProblemResponses responses, AllowedMethods methods) {
        this.responses = responses;
        this.methods = methods;
    }

    @ServerExceptionMapper
    Response domain(Problem problem) {
        return responses.of(problem);
    }

    @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
    Response unauthenticated(SecurityException refused) {
        return responses.of(Problem.of(ProblemType.UNAUTHENTICATED));
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException refused) {
        return responses.of(Problem.of(ProblemType.FORBIDDEN));
    }

    @ServerExceptionMapper
    Response violations(ConstraintViolationException invalid) {
        if (invalid.getConstraintViolations().stream().anyMatch(ProblemMappers::isMissingBody)) {
            return responses.of(Problem.of(ProblemType.INVALID, "noBody"));
        }
        var errors = invalid.getConstraintViolations().stream()
                .map(ProblemMappers::error)
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
                .toList();
        return responses.of(ProblemType.INVALID, errors);
    }

    @ServerExceptionMapper
    Response mismatch(MismatchedInputException invalid) {
        return unreadable(invalid);
    }

    @ServerExceptionMapper
    Response unreadable(JsonProcessingException invalid) {
        if (invalid instanceof JsonParseException malformed) {
            return responses.of(malformed(malformed));
        }
        if (invalid.getCause() instanceof JsonParseException malformed) {
            return responses.of(malformed(malformed));
        }
        if (invalid instanceof JsonMappingException mapping) {
            return responses.of(
                    mapping.getPath().isEmpty()
                            ? Problem.of(ProblemType.INVALID, "unexpectedJson")
                            : Problem.invalid(field(mapping), reason(mapping)));
        }
        return responses.of(Problem.of(ProblemType.INVALID, "notJson"));
    }

    @ServerExceptionMapper
    Response method(NotAllowedException refused, UriInfo uri) {
        var response = responses.of(Problem.of(ProblemType.ofStatus(405)));
        return Response.fromResponse(response).allow(methods.of(uri.getPath())).build();
    }

    @ServerExceptionMapper
    Response http(WebApplicationException refused, UriInfo uri) {
        if (refused.getCause() instanceof JsonProcessingException invalid) {
            return unreadable(invalid);
        }
        var parameter = unreadableParameter(refused, uri);
        if (parameter.isPresent()) {
            return responses.of(Problem.invalid(parameter.get(), "unreadable"));
        }
        var status = refused.getResponse().getStatus();
        if (status < 400) {
            return refused.getResponse();
        }
        return responses.of(Problem.of(ProblemType.ofStatus(status)));
    }

    @ServerExceptionMapper
    Response unexpected(Throwable bug) {
        if (DatabaseOutage.isCauseOf(bug)) {
            LOG.warnf("The database is not available: %s", bug);
            return responses.of(Problem.unavailable("databaseUnavailable", DATABASE_RETRY));
        }
        LOG.error("Unexpected failure", bug);
        return responses.of(Problem.of(ProblemType.INTERNAL));
    }

    /**
     * The query parameter that could not be converted, for which Jakarta REST answers 404 as for a path that does not exist.
     * The exception does not name it, but quotes its value; of several that occur in the message, the longest is meant.
     */
    private static Optional<String> unreadableParameter(WebApplicationException refused, UriInfo uri) {
        if (!(refused instanceof NotFoundException) || refused.getCause() == null) {
            return Optional.empty();
        }
        var message = String.valueOf(refused.getCause().getMessage());
        var quoted = longest(uri, value -> !value.isEmpty() && message.contains(value));
        // UUID does not quote a text that is too long; without a parameter in the path it can only be one of these.
        return quoted.isPresent() || !uri.getPathParameters().isEmpty() ? quoted : longest(uri, value -> true);
    }

    private static Optional<String> longest(UriInfo uri, Predicate<String> condition) {
        return uri.getQueryParameters().entrySet().stream()
                .flatMap(parameter -> parameter.getValue().stream().map(value -> Map.entry(parameter.getKey(), value)))
                .filter(parameter -> condition.test(parameter.getValue()))
                .max(Comparator.comparingInt(parameter -> parameter.getValue().length()))
                .map(Map.Entry::getKey);
    }

    /** The code is the key of the rule's words: {@code {jakarta.validation.constraints.NotBlank.message}} is notBlank. */
    private static FieldError error(ConstraintViolation<?> violation) {
        var key = violation.getMessageTemplate().replaceAll("^\\{|(\\.message)?}$", "");
        var name = key.replaceFirst("^([a-z]+\\.)*", "");
        var code = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        var limits = new TreeMap<>(violation.getConstraintDescriptor().getAttributes());
        limits.values().removeIf(value -> !(value instanceof Number));
        return new FieldError(field(violation), code, limits, violation.getMessage());
    }

    /** Of all parameters only a body must not be null; the others have defaults or are optional. */
    private static boolean isMissingBody(ConstraintViolation<?> violation) {
        return violation.getInvalidValue() == null
                && leaf(violation).getKind() == ElementKind.PARAMETER
                && violation.getConstraintDescriptor().getAnnotation() instanceof NotNull;
    }

    private static Path.Node leaf(ConstraintViolation<?> violation) {
        var nodes = violation.getPropertyPath().iterator();
        var node = nodes.next();
        while (nodes.hasNext()) {
            node = nodes.next();
        }
        return node;
    }

    /** Jackson has no exception of its own for a field that an object has twice. */
    private static Problem malformed(JsonParseException invalid) {
        if (invalid.getOriginalMessage().startsWith("Duplicate field") && invalid.getProcessor() != null) {
            return Problem.invalid(field(invalid.getProcessor().getParsingContext()), "duplicateField");
        }
        return Problem.of(ProblemType.INVALID, "notJson");
    }

    private static String field(JsonStreamContext place) {
        if (place.inRoot()) {
            return "";
        }
        var parent = field(place.getParent());
        if (place.inArray()) {
            return parent + "[" + place.getCurrentIndex() + "]";
        }
        return parent.isEmpty() ? place.getCurrentName() : parent + "." + place.getCurrentName();
    }

    /** The path without the method and parameter that Bean Validation puts before it. */
    private static String field(ConstraintViolation<?> violation) {
        var nodes = new ArrayList<Path.Node>();
        violation.getPropertyPath().forEach(nodes::add);
        var properties = nodes.stream()
                .filter(node ->
                        node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.CONTAINER_ELEMENT)
                .map(Path.Node::toString)
                .collect(Collectors.joining("."))
                .replaceAll("\\.<[a-z ]+>", ""); // Bean Validation calls an element clients[0].<list element>
        return properties.isEmpty() ? nodes.getLast().getName() : properties;
    }

    private static String field(JsonMappingException invalid) {
        var path = new StringBuilder();
        for (var reference : invalid.getPath()) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.toString();
    }

    private static Message reason(JsonMappingException invalid) {
        return switch (invalid) {
            case JsonMappingException refused
            when refused.getCause() instanceof InvalidValueException value -> value.reason();
            case UnrecognizedPropertyException unknown -> Message.of("unknownField");
            case InvalidFormatException format
            when format.getTargetType().isEnum() ->
                Message.of("notOneOf")
                        .with(
                                "values",
                                Arrays.stream(format.getTargetType().getEnumConstants())
                                        .map(Object::toString)
                                        .collect(Collectors.joining(", ")));
            default -> Message.of("unreadable");
        };
    }
}
