package com.cactuswealth.platform.patch;

import com.cactuswealth.platform.problem.Problem;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What {@code If-Match} or {@code If-None-Match} lists (RFC 9110).
 *
 * @param any whether it is {@code *}, which every version matches
 */
record EntityTags(boolean any, List<EntityTag> tags) {

    /** One tag with the comma or the end after it; possessive, so that no header makes it try again and again. */
    private static final Pattern NEXT =
            Pattern.compile("\\G[ \\t,]*+(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*+)\"[ \\t]*+(?:,|$)");

    private static final Pattern NOTHING = Pattern.compile("[ \\t,]*");

    /** @throws Problem invalid input when the header is neither {@code *} nor a list of tags */
    static EntityTags ofIfMatch(String header) {
        return parse(header).orElseThrow(() -> Problem.invalid(HttpHeaders.IF_MATCH, "entityTags"));
    }

    /** Empty for what is neither {@code *} nor a list of tags. */
    static Optional<EntityTags> parse(String header) {
        if (header.strip().equals("*")) {
            return Optional.of(new EntityTags(true, List.of()));
        }
        var tags = new ArrayList<EntityTag>();
        var end = 0;
        var next = NEXT.matcher(header);
        while (next.find()) {
            tags.add(new EntityTag(next.group(2), next.group(1) != null));
            end = next.end();
        }
        var isList = !tags.isEmpty() && NOTHING.matcher(header.substring(end)).matches();
        return isList ? Optional.of(new EntityTags(false, List.copyOf(tags))) : Optional.empty();
    }

    /** The strong comparison: a weak tag matches nothing. */
    boolean contain(EntityTag current) {
        return any || tags.contains(current);
    }

    /** The weak comparison, which is enough for reading. */
    boolean containWeakly(EntityTag current) {
        return any || tags.stream().anyMatch(tag -> tag.getValue().equals(current.getValue()));
    }
}
