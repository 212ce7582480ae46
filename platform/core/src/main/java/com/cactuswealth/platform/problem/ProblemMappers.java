package com.cactuswealth.platform.problem;

import com.cactuswealth.platform.message.Message;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
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
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every exception that leaves a resource into a problem; none shows a stack trace to a caller. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private static final Duration DATABASE_RETRY = Duration.ofSeconds(5);

    private final ProblemResponses responses;

    ProblemMappers(ProblemResponses responses) {
        this.responses = responses;
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
        if (invalid instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return responses.of(Problem.invalid(field(mapping), reason(mapping)));
        }
        return responses.of(Problem.of(ProblemType.INVALID, "notJson"));
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
        return uri.getQueryParameters().entrySet().stream()
                .flatMap(parameter -> parameter.getValue().stream().map(value -> Map.entry(parameter.getKey(), value)))
                .filter(parameter -> !parameter.getValue().isEmpty() && message.contains(parameter.getValue()))
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
            case UnrecognizedPropertyException unknown -> Message.of("unknownField");
            case InvalidFormatException format
            when format.getTargetType().isEnum() ->
                Message.of("notOneOf")
                        .with(
                                "values",
                                Arrays.stream(format.getTargetType().getEnumConstants())
                                        .map(Object::toString)
                                        .collect(Collectors.joining(", ")));
            case ValueInstantiationException refused
            when refused.getCause() instanceof InvalidValueException value -> value.reason();
            default -> Message.of("unreadable");
        };
    }
}
