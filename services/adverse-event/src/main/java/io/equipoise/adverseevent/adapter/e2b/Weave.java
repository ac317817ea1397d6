package io.equipoise.adverseevent.adapter.e2b;

import io.equipoise.adverseevent.domain.icsr.Icsr;
import io.equipoise.adverseevent.domain.icsr.Place;
import io.equipoise.adverseevent.domain.icsr.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The XML keeps judgements beside medicines and reactions and ties them by identifiers; the model keeps them inside, as
 * the numbers G.k.1 and G.k.9.i say. This turns the one into the other and back.
 */
final class Weave {
    private static final String ROLE = "ROLE.r";
    private static final String CAUSE = "CAUSE.r";
    /** Groups inside a medicine that name a reaction, and where their elements belong. */
    private static final Map<String, Map<String, String>> TIED = Map.of(
            "G.k.SAS.r", Map.of("1a", "G.k.9.i.3.1a", "1b", "G.k.9.i.3.1b"),
            "G.k.SAE.r", Map.of("2a", "G.k.9.i.3.2a", "2b", "G.k.9.i.3.2b"),
            "G.k.REC.r", Map.of("4", "G.k.9.i.4"));

    private final Icsr from;
    private final Icsr.Builder to;
    private final List<String> lost = new ArrayList<>();

    private Weave(Icsr from) {
        this.from = from;
        this.to = from.changed();
    }

    /** From XML to the model. Judgements about things that the file does not contain are reported as unread. */
    static OutlineReader.Read in(OutlineReader.Read read) {
        var weave = new Weave(read.report());
        weave.in();
        var unread = new ArrayList<>(read.unread());
        unread.addAll(weave.lost);
        return new OutlineReader.Read(weave.to.build(), List.copyOf(unread));
    }

    /** From the model to XML. */
    static Icsr out(Icsr report) {
        var weave = new Weave(report);
        weave.out();
        return weave.to.build();
    }

    private void in() {
        var medicines = identifiers("G.k.0");
        var reactions = identifiers("E.i.0");
        for (int r : from.repeats(ROLE, List.of())) {
            var k = medicines.get(from.text(ROLE + ".0", r).orElse(""));
            if (k == null) {
                lost.add("causalityAssessment of a product that is not in the file");
            } else {
                move(Place.of(ROLE + ".1", r), Place.of("G.k.1", k));
            }
        }
        var counted = new HashMap<List<Integer>, Integer>();
        for (int r : from.repeats(CAUSE, List.of())) {
            var k = medicines.get(from.text(CAUSE + ".k", r).orElse(""));
            var i = reactions.get(from.text(CAUSE + ".i", r).orElse(""));
            if (k == null || i == null) {
                lost.add("causalityAssessment of a product or a reaction that is not in the file");
                continue;
            }
            assessed(k, i);
            var next = counted.merge(List.of(k, i), 1, Integer::sum);
            for (var part : List.of("1", "2", "3")) {
                move(Place.of(CAUSE + "." + part, r), Place.of("G.k.9.i.2.r." + part, k, i, next));
            }
        }
        TIED.forEach((group, elements) -> tiedIn(group, elements, reactions));
        to.removeAll(from.values().keySet().stream().filter(Weave::raw).toList());
    }

    private void tiedIn(String group, Map<String, String> elements, Map<String, Integer> reactions) {
        for (var place : from.places(group + ".0")) {
            var i = reactions.get(from.text(place).orElse(""));
            if (i == null) {
                lost.add("a relation to a reaction that is not in the file");
                continue;
            }
            int k = place.at().getFirst();
            assessed(k, i);
            elements.forEach((part, element) -> move(place.with(group + "." + part), Place.of(element, k, i)));
        }
    }

    private void out() {
        int role = 0;
        int cause = 0;
        for (int k : from.repeats("G.k", List.of())) {
            var medicine = from.value(Place.of("G.k.0", k)).orElseThrow();
            var stated = from.value(Place.of("G.k.1", k));
            if (stated.isPresent()) {
                to.put(Place.of(ROLE + ".0", ++role), medicine).put(Place.of(ROLE + ".1", role), stated.get());
            }
            for (int i : from.repeats("G.k.9.i", List.of(k))) {
                var reaction = from.value(Place.of("E.i.0", i)).orElseThrow();
                for (int r : from.repeats("G.k.9.i.2.r", List.of(k, i))) {
                    to.put(Place.of(CAUSE + ".k", ++cause), medicine).put(Place.of(CAUSE + ".i", cause), reaction);
                    for (var part : List.of("1", "2", "3")) {
                        move(Place.of("G.k.9.i.2.r." + part, k, i, r), Place.of(CAUSE + "." + part, cause));
                    }
                }
                tiedOut(k, i, reaction);
            }
        }
    }

    private void tiedOut(int k, int i, Value reaction) {
        TIED.forEach((group, elements) -> elements.forEach((part, element) -> {
            var place = Place.of(element, k, i);
            if (from.value(place).isPresent()) {
                to.put(Place.of(group + ".0", k, i), reaction);
                move(place, Place.of(group + "." + part, k, i));
            }
        }));
    }

    private void assessed(int k, int i) {
        from.value(Place.of("E.i.0", i)).ifPresent(reaction -> to.put(Place.of("G.k.9.i.1", k, i), reaction));
    }

    private void move(Place here, Place there) {
        from.value(here).ifPresent(value -> to.put(there, value));
    }

    private Map<String, Integer> identifiers(String element) {
        var found = new HashMap<String, Integer>();
        for (var place : from.places(element)) {
            from.text(place).ifPresent(id -> found.putIfAbsent(id, place.at().getFirst()));
        }
        return found;
    }

    private static boolean raw(Place place) {
        var element = place.element();
        return element.startsWith(ROLE)
                || element.startsWith(CAUSE)
                || TIED.keySet().stream().anyMatch(group -> element.startsWith(group + "."));
    }
}
