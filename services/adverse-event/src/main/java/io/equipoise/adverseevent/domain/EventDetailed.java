package io.equipoise.adverseevent.domain;

import io.equipoise.contracts.SubjectId;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The site told more of an event. The details replace those before, which stay readable. */
public record EventDetailed(
        String event,
        SubjectId subject,
        EventDetails details,
        @Nullable String reason) implements EventAddition {

    @Override
    public String words() {
        var said = Stream.of(
                        details.route(), details.component(), details.period(), details.place(), kinds(), actions())
                .filter(each -> each != null && !each.toString().isEmpty())
                .map(Object::toString)
                .collect(Collectors.joining(", "));
        return "Details: " + (said.isEmpty() ? "none" : said);
    }

    private String kinds() {
        return details.kinds().stream().map(Enum::name).collect(Collectors.joining(", "));
    }

    private String actions() {
        return details.actions().stream()
                .map(each -> each.product() + " " + each.action())
                .collect(Collectors.joining(", "));
    }
}
