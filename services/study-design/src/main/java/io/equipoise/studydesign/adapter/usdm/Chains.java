package io.equipoise.studydesign.adapter.usdm;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists whose objects name the one before and the one after them. A chain that bites its tail is refused. */
final class Chains {
    private static final List<String> CHAINED = List.of("encounters", "activities", "epochs", "eligibilityCriteria");
    private static final List<String> LINKS = List.of("nextId", "previousId");

    private Chains() {}

    /** Looks without counting as looked at: what is only checked is not taken over. */
    static void check(Thing design) {
        for (var attribute : CHAINED) {
            for (var link : LINKS) {
                design.peek(attribute).forEach(first -> follow(first, link));
            }
        }
        design.peek("scheduleTimelines").stream()
                .flatMap(timeline -> timeline.peek("instances").stream())
                .forEach(first -> follow(first, "defaultConditionId"));
    }

    private static void follow(Thing first, String link) {
        var walked = new HashSet<String>();
        var last = first;
        for (var here = Optional.of(first); here.isPresent(); here = last.peekRef(link)) {
            if (!walked.add(here.get().pointer())) {
                throw Unusable.circular(
                        "Following " + link + " from " + first.id() + " comes back to "
                                + here.get().id() + ".",
                        last.pointer() + "/" + link);
            }
            last = here.get();
        }
    }

    /** In the order of the chain where there is one; what no link reaches stands after it, as listed. */
    static List<Thing> inOrder(List<Thing> things) {
        Map<String, Thing> ordered = new LinkedHashMap<>();
        things.stream()
                .filter(thing -> thing.text("previousId").isEmpty())
                .filter(thing -> thing.text("nextId").isPresent())
                .forEach(first -> {
                    for (var here = Optional.of(first);
                            here.isPresent();
                            here = here.get().ref("nextId")) {
                        ordered.putIfAbsent(here.get().id(), here.get());
                    }
                });
        things.forEach(thing -> ordered.putIfAbsent(thing.id(), thing));
        return List.copyOf(ordered.values());
    }
}
