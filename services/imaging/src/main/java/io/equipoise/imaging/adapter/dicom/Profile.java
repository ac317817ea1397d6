package io.equipoise.imaging.adapter.dicom;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the Basic Application Level Confidentiality Profile does to each attribute (PS3.15 table E.1-1). Where the table leaves
 * a choice to the kind of image, the one is taken that fits every kind and says least.
 */
final class Profile {
    static final String EDITION = "PS3.15 2026c";
    private static final String TABLE = "/dicom/confidentiality-profile.txt";
    private static final String DATES = "+C";
    private static final int REPEATING = 0xFF00;
    private static final Set<Integer> GRAPHICS = Set.of(0x5000, 0x6000);
    private static final Map<Tag, Rule> RULES = TagTable.read(TABLE, Profile::rule);

    private Profile() {}

    /** What is done to an attribute. */
    enum Action {
        /** D, X/D, X/Z/D: another value of the same form. */
        DUMMY,
        /** Z, Z/D, X/Z: no value. */
        EMPTY,
        /** X. */
        REMOVE,
        /** X/Z/U*: a sequence of references stays, what it refers to is renamed. */
        REFER,
        /** U: another identifier, the same one for the same. */
        RENAME
    }

    /** @param dates whether the option for modified dates moves it instead */
    record Rule(Action action, boolean dates) {}

    /** Nothing where the table does not name the attribute. */
    static Optional<Rule> of(Tag tag) {
        return tag.isPrivate() || GRAPHICS.contains(tag.group() & REPEATING)
                ? Optional.of(new Rule(Action.REMOVE, false))
                : Optional.ofNullable(RULES.get(tag));
    }

    /** All that the table names by number. */
    static Map<Tag, Rule> all() {
        return RULES;
    }

    private static Rule rule(String code) {
        var action = switch (code.replace(DATES, "")) {
            case "D", "X/D", "X/Z/D" -> Action.DUMMY;
            case "Z", "Z/D", "X/Z" -> Action.EMPTY;
            case "X" -> Action.REMOVE;
            case "X/Z/U*" -> Action.REFER;
            case "U" -> Action.RENAME;
            default -> throw new IllegalStateException("no action: " + code);
        };
        return new Rule(action, code.endsWith(DATES));
    }
}
