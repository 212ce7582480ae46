package com.cactuswealth.platform.http;

import com.cactuswealth.platform.problem.InvalidValueException;
import com.cactuswealth.platform.problem.Problem;
import com.cactuswealth.platform.text.Text;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Applies the rule of {@link Text} to what stands in a request's address. */
class RequestText {

    /** Every value of the query becomes a text of one line, before anybody reads it. */
    @ServerRequestFilter(preMatching = true)
    void query(RoutingContext request) {
        var parameters = request.queryParams();
        for (var name : List.copyOf(parameters.names())) {
            checked(name, "query");
            parameters.set(
                    name,
                    parameters.getAll(name).stream()
                            .map(value -> checked(value, name))
                            .toList());
        }
    }

    /** A part of the path is checked, but not changed: an address has one spelling. */
    @ServerRequestFilter
    void path(UriInfo address) {
        address.getPathParameters().forEach((name, values) -> values.forEach(value -> checked(value, name)));
    }

    private static String checked(String value, String field) {
        try {
            return Text.line(value);
        } catch (InvalidValueException refused) {
            throw Problem.invalid(field, refused.reason());
        }
    }
}
