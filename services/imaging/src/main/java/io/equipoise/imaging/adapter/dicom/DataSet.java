package io.equipoise.imaging.adapter.dicom;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Data elements by tag, ascending. */
public record DataSet(SortedMap<Tag, Element> elements) {
    public DataSet {
        elements = Collections.unmodifiableSortedMap(new TreeMap<>(elements));
    }

    public static DataSet of(Collection<Element> elements) {
        var byTag = new TreeMap<Tag, Element>();
        elements.forEach(element -> byTag.put(element.tag(), element));
        return new DataSet(byTag);
    }

    public Optional<Element> find(Tag tag) {
        return Optional.ofNullable(elements.get(tag));
    }

    /** The first value, where there is one that is not blank. */
    public Optional<String> text(Tag tag) {
        return texts(tag).stream().findFirst().map(String::strip).filter(text -> !text.isEmpty());
    }

    public List<String> texts(Tag tag) {
        return find(tag).map(Element::value).orElse(null) instanceof Value.Texts(var texts) ? texts : List.of();
    }

    public Optional<Long> number(Tag tag) {
        return find(tag).map(Element::value).orElse(null) instanceof Value.Numbers(var numbers) && !numbers.isEmpty()
                ? Optional.of(numbers.getFirst().longValue())
                : Optional.empty();
    }
}
