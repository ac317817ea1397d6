package io.equipoise.studydesign.domain;

import org.jspecify.annotations.Nullable;

/**
 * Something that must be known before anybody is enrolled or dosed, and is not.
 *
 * @param path where in the definition it would stand
 * @param what its name, in the protocol's words
 * @param text what the source prints about it; null where the definition does not mention it
 */
public record Gap(String path, String what, @Nullable String text, Blocks blocks) {

    /** What cannot go on: without ENROLMENT nobody is dosed either. */
    public enum Blocks {
        ENROLMENT,
        DOSING
    }

    static Gap at(Definition study, String path, String what, Blocks blocks) {
        return new Gap(
                path,
                what,
                study.mentioned(path).map(value -> value.note("text")).orElse(null),
                blocks);
    }

    Gap called(String name) {
        return new Gap(path, name, text, blocks);
    }
}
