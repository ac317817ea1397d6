package io.equipoise.operations.application;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A version of a definition; its marks of two versions are equal where both say the same of that part. */
public record Version(int version, Map<Part, String> marks) {
    public Version {
        marks = Map.copyOf(marks);
    }

    /** The parts of which the other says otherwise. */
    public Set<Part> changedIn(Version other) {
        var changed = EnumSet.noneOf(Part.class);
        Arrays.stream(Part.values())
                .filter(part -> !Objects.equals(marks.get(part), other.marks.get(part)))
                .forEach(changed::add);
        return changed;
    }
}
