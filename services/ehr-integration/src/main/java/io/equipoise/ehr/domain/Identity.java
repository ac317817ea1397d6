package io.equipoise.ehr.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who a person is. It stays in this room, encrypted under the person's own key. */
public record Identity(
        List<RecordNumber> identifiers,
        List<String> names,
        @Nullable LocalDate birthDate) {
    /** What stands in the place of a person whose key was destroyed. It is nobody. */
    public static final Identity FORGOTTEN =
            new Identity(List.of(new RecordNumber("urn:equipoise:forgotten", "forgotten")), List.of(), null);

    private static final int SHORTEST_TELLING = 3;

    public Identity {
        identifiers = List.copyOf(identifiers);
        names = List.copyOf(names);
    }

    /** A number that somebody gave the person, such as a record number. */
    public record RecordNumber(String system, String value) {}

    /** One number in common says yes; without numbers to compare, the day of birth and a name in common do. */
    public boolean isSamePersonAs(Identity other) {
        if (birthDate != null && other.birthDate != null && !birthDate.equals(other.birthDate)) {
            return false;
        }
        if (!identifiers.isEmpty() && !other.identifiers.isEmpty()) {
            return identifiers.stream().anyMatch(other.identifiers::contains);
        }
        return birthDate != null
                && birthDate.equals(other.birthDate)
                && names.stream().anyMatch(other.names::contains);
    }

    /** True where a text holds a number or a name of the person, and so must not leave the room. */
    public boolean isToldBy(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return Stream.concat(
                        identifiers.stream().map(RecordNumber::value),
                        names.stream().flatMap(name -> Stream.of(name.split("[^\\p{L}\\p{N}]+"))))
                .filter(word -> word.length() >= SHORTEST_TELLING)
                .anyMatch(word -> lower.contains(word.toLowerCase(Locale.ROOT)));
    }
}
