package io.equipoise.operations.adapter.mongo;

import io.equipoise.platform.consume.Heard;
import java.util.ArrayList;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What enrolment and randomization tell of a person; never an arm, no field of theirs could carry one. */
final class PersonFold {
    static final String CODE_BREAKS = "/code-breaks";
    static final String FOLLOW_UPS = "/code-break-follow-up";

    private final Shelf subjects;
    private final Shelf randomizations;

    PersonFold(Shelf subjects, Shelf randomizations) {
        this.subjects = subjects;
        this.randomizations = randomizations;
    }

    void apply(Heard heard) {
        var data = heard.data();
        var subject = data.path("subject").asString("");
        switch (heard.type()) {
            case "SubjectRegistered.v1",
                    "ConsentGiven.v1",
                    "ConsentWithdrawn.v1",
                    "SubjectScreenFailed.v1",
                    "SubjectEnrolled.v1",
                    "SubjectMovedToVersion.v1",
                    "SubjectWithdrawn.v1" ->
                subjects.fold(subject, heard, document -> enrolment(document, heard, data));
            case "SubjectRandomized.v1" ->
                randomizations.fold(
                        subject,
                        heard,
                        document -> whose(document, data)
                                .append(
                                        "randomizedOn",
                                        data.path("randomizedOn").asString()));
            case "CodeBroken.v1" ->
                randomizations.fold(subject + CODE_BREAKS, heard, document -> codeBroken(document, heard));
            case "CodeBreakAssessed.v1" ->
                randomizations.fold(subject + FOLLOW_UPS, heard, document -> assessed(document, heard));
            default -> {
                // not of a person's enrolment or randomization
            }
        }
    }

    private static void enrolment(Document document, Heard heard, JsonNode data) {
        whose(document, data);
        switch (heard.type()) {
            case "SubjectRegistered.v1" ->
                document.append("screenedOn", data.path("screenedOn").asString())
                        .append("attempt", data.path("attempt").asInt(1))
                        .append("rescreenOf", Fields.text(data, "rescreenOf"));
            case "ConsentGiven.v1" ->
                document.append("consentedOn", data.path("givenOn").asString());
            case "ConsentWithdrawn.v1" ->
                document.append("consentWithdrawnOn", data.path("withdrawnOn").asString());
            case "SubjectEnrolled.v1" ->
                document.append("enrolledOn", data.path("enrolledOn").asString())
                        .append("follows", number(data, "definitionVersion"));
            case "SubjectMovedToVersion.v1" -> document.append("follows", number(data, "version"));
            case "SubjectScreenFailed.v1" -> {
                var rules = new ArrayList<String>();
                data.path("rules").forEach(rule -> rules.add(rule.asString("")));
                document.append("failedOn", data.path("on").asString())
                        .append("failedRules", rules)
                        .append("failedVersion", number(data, "definitionVersion"));
            }
            default -> {
                var scope = data.path("scope").asString("STUDY");
                Shelf.put(
                        document,
                        "withdrawals",
                        scope,
                        new Document("order", heard.version())
                                .append("scope", scope)
                                .append("on", data.path("on").asString())
                                .append("reason", data.path("reason").asString("no reason told")));
            }
        }
    }

    private static @Nullable Integer number(JsonNode data, String field) {
        return data.path(field).isNumber() ? data.path(field).asInt() : null;
    }

    private static void codeBroken(Document document, Heard heard) {
        var data = heard.data();
        whose(document, data);
        Shelf.put(
                document,
                "codeBreaks",
                data.path("at").asString(),
                new Document("order", heard.version())
                        .append("at", data.path("at").asString())
                        .append("category", data.path("category").asString(""))
                        .append("by", data.path("brokenBy").asString("")));
    }

    private static void assessed(Document document, Heard heard) {
        var data = heard.data();
        whose(document, data);
        Shelf.put(
                document,
                "assessed",
                data.path("brokenAt").asString(),
                new Document("order", heard.version())
                        .append("at", data.path("brokenAt").asString())
                        .append("deviation", data.path("deviation").asString(""))
                        .append("by", data.path("assessedBy").asString("")));
    }

    static Document whose(Document document, JsonNode data) {
        return document.append("subject", data.path("subject").asString(""))
                .append("site", data.path("site").asString(""));
    }
}
