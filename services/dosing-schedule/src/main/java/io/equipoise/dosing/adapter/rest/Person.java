package io.equipoise.dosing.adapter.rest;

import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;

/** Whom a path names, if the caller may see them. */
final class Person {
    private Person() {}

    static SubjectId entered(String text, Caller caller) {
        var subject = SubjectId.parse(text)
                .orElseThrow(() -> new Problem(Refusal.unknown(
                        "SUBJECT_UNKNOWN", "a subject is written study-site-number, such as NCT07146087-01-0001")));
        caller.mustEnter(subject.site());
        return subject;
    }
}
