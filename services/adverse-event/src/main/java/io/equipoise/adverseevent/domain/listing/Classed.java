package io.equipoise.adverseevent.domain.listing;

import io.equipoise.adverseevent.domain.OrganClass;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a table says of how many of its lines count in a system organ class, and by which dictionary. */
final class Classed {
    /** In the place of a class. */
    static final String NONE = "not coded";

    private Classed() {}

    static String note(List<Optional<OrganClass>> lines, String what) {
        var classed = lines.stream().flatMap(Optional::stream).toList();
        if (classed.isEmpty()) {
            return "terms as reported: none of them is coded in a dictionary with system organ classes";
        }
        var dictionaries =
                classed.stream().map(OrganClass::dictionary).distinct().sorted().collect(Collectors.joining(", "));
        return classed.size() + " of " + lines.size() + " " + what + " by system organ class of " + dictionaries
                + (classed.size() == lines.size() ? "" : "; the others as reported");
    }
}
