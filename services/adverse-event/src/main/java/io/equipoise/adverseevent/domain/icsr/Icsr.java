package io.equipoise.adverseevent.domain.icsr;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An individual case safety report as its data elements by number (ICH E2B(R3)). Two reports are the same if and only if
 * every element of the one stands with the same value in the other. Knows nothing of XML.
 */
public record Icsr(NavigableMap<Place, Value> values) {

    public Icsr {
        values = Collections.unmodifiableNavigableMap(new TreeMap<>(values));
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The same report, to be changed. */
    public Builder changed() {
        var builder = new Builder();
        builder.values.putAll(values);
        return builder;
    }

    public Optional<Value> value(Place place) {
        return Optional.ofNullable(values.get(place));
    }

    /** The text at this place; empty where there is none or only a null flavour. */
    public Optional<String> text(String element, Integer... at) {
        return text(Place.of(element, at));
    }

    public Optional<String> text(Place place) {
        return values.get(place) instanceof Value.Text(var text) ? Optional.of(text) : Optional.empty();
    }

    public boolean is(String element, String text) {
        return text(element).filter(text::equals).isPresent();
    }

    public boolean missing(Place place, NullFlavour why) {
        return values.get(place) instanceof Value.Missing(var stated) && stated == why;
    }

    /** Everywhere that this element stands, with a value or with a null flavour. */
    public List<Place> places(String element) {
        return values.tailMap(new Place(element, List.of()), true).keySet().stream()
                .takeWhile(place -> place.element().equals(element))
                .toList();
    }

    /** Which repetitions of a group exist inside the given ones: E.i in () may give 1 and 2. */
    public SortedSet<Integer> repeats(String group, List<Integer> within) {
        var found = new TreeSet<Integer>();
        for (var place : values.keySet()) {
            if (belongs(place.element(), group) && place.at().size() > within.size() && place.within(within)) {
                found.add(place.at().get(within.size()));
            }
        }
        return found;
    }

    /** Whether anything at all stands in a group at this repetition. */
    public boolean anyIn(String group, List<Integer> at) {
        return values.keySet().stream().anyMatch(place -> belongs(place.element(), group) && place.within(at));
    }

    private static boolean belongs(String element, String group) {
        var plain = plain(element);
        var wanted = plain(group);
        return plain.equals(wanted) || plain.startsWith(wanted + ".");
    }

    /** FDA's additions stand in the groups of ICH. */
    private static String plain(String number) {
        return number.startsWith("FDA.") ? number.substring(4) : number;
    }

    /** Collects a report element by element. */
    public static final class Builder {
        private final NavigableMap<Place, Value> values = new TreeMap<>();

        public Builder put(String element, String text, Integer... at) {
            return put(Place.of(element, at), new Value.Text(text));
        }

        public Builder none(String element, NullFlavour why, Integer... at) {
            return put(Place.of(element, at), new Value.Missing(why));
        }

        public Builder put(Place place, Value value) {
            values.put(place, value);
            return this;
        }

        /** Only where it is known. */
        public Builder putIf(Optional<String> text, String element, Integer... at) {
            text.filter(known -> !known.isBlank()).ifPresent(known -> put(element, known, at));
            return this;
        }

        public Builder remove(String element, Integer... at) {
            values.remove(Place.of(element, at));
            return this;
        }

        public Builder putAll(Map<Place, Value> more) {
            values.putAll(more);
            return this;
        }

        public Builder removeAll(Collection<Place> places) {
            values.keySet().removeAll(places);
            return this;
        }

        public Icsr build() {
            return new Icsr(values);
        }
    }
}
