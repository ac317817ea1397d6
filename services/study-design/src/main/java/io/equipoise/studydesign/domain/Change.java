package io.equipoise.studydesign.domain;

import org.jspecify.annotations.Nullable;

/**
 * What one version of a definition says otherwise than another.
 *
 * @param pointer where, in the later version; of what was taken out, in the earlier
 * @param before null where it was added
 * @param after null where it was taken out
 */
public record Change(
        Kind kind,
        String pointer,
        Part touches,
        @Nullable Object before,
        @Nullable Object after) {

    /** What happened to the value. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** What people must look at because of it. */
    public enum Part {
        DOSING,
        ELIGIBILITY,
        CONSENT,
        ALLOCATION,
        OTHER;

        static Part of(String pointer) {
            if (pointer.matches("/(dosing|products|visits|design/(cohorts|periods|escalation))(/.*)?")) {
                return DOSING;
            }
            return switch (pointer.substring(1).split("/", -1)[0]) {
                case "eligibility" -> ELIGIBILITY;
                case "consent" -> CONSENT;
                case "design" -> ALLOCATION;
                default -> OTHER;
            };
        }
    }

    static Change of(String pointer, @Nullable Object before, @Nullable Object after) {
        var kind = before == null ? Kind.ADDED : after == null ? Kind.REMOVED : Kind.CHANGED;
        return new Change(kind, pointer, Part.of(pointer), before, after);
    }
}
