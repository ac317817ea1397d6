package io.equipoise.operations.adapter.mongo;

import io.equipoise.platform.consume.Heard;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One told fact about a person as a sentence. What site systems sent is named, its values are not. */
final class Words {
    private Words() {}

    static Optional<String> of(Heard heard) {
        var data = heard.data();
        return data.path("subject").isMissingNode()
                ? Optional.empty()
                : Optional.ofNullable(sentence(heard.type(), data));
    }

    private static @org.jspecify.annotations.Nullable String sentence(String type, JsonNode data) {
        return switch (type) {
            case "SubjectRegistered.v1" -> "Screened on " + text(data, "screenedOn") + again(data);
            case "ConsentGiven.v1" ->
                "Consent " + text(data, "consentVersion") + " given "
                        + (text(data, "givenBy").equals("GUARDIAN") ? "by a guardian " : "") + "on "
                        + text(data, "givenOn");
            case "AssentRecorded.v1" ->
                "The minor " + (text(data, "answer").equals("AGREES") ? "agreed" : "refused") + " on "
                        + text(data, "on");
            case "SubjectMovedToVersion.v1" ->
                "Moved from version " + text(data, "from") + " to version " + text(data, "version") + " on "
                        + text(data, "on") + ": " + text(data, "reason");
            case "AssessmentRecorded.v1" ->
                readable(text(data, "assessment")) + " assessed on " + text(data, "on") + " as "
                        + readable(text(data, "occasion"));
            case "SampleTaken.v1" ->
                "Sample " + text(data, "sample") + " of " + readable(text(data, "kind")) + " taken on "
                        + text(data, "takenOn");
            case "ConsentWithdrawn.v1" -> "Consent withdrawn on " + text(data, "withdrawnOn");
            case "SubjectScreenFailed.v1" -> "Not eligible on " + text(data, "on") + ": " + list(data.path("rules"));
            case "SubjectEnrolled.v1" ->
                "Enrolled on " + text(data, "enrolledOn") + " as number " + text(data, "ordinal");
            case "SubjectWithdrawn.v1" ->
                "Left the " + text(data, "scope").toLowerCase(Locale.ROOT) + " on " + text(data, "on") + ": "
                        + text(data, "reason");
            case "SubjectRandomized.v1" -> "Randomized on " + text(data, "randomizedOn");
            case "SubjectRerandomized.v1" -> "Randomized a second time on " + text(data, "randomizedOn");
            case "KitDispensed.v1" -> "Kit " + text(data, "kit") + " dispensed for infusion " + text(data, "dose");
            case "KitReturned.v1" -> "Kit " + text(data, "kit") + " returned";
            case "CodeBroken.v1" ->
                "Code broken by " + text(data, "brokenBy") + ": " + readable(text(data, "category"));
            case "CodeBreakAssessed.v1" ->
                "Impact of a code break documented by " + text(data, "assessedBy") + ": deviation "
                        + readable(text(data, "deviation"));
            case "EhrFactsReceived.v1" -> "Site system sent " + list(data.path("facts"), "fact");
            default -> clinical(type, data);
        };
    }

    private static @org.jspecify.annotations.Nullable String clinical(String type, JsonNode data) {
        return switch (type) {
            case "CalendarPlanned.v1" -> "Calendar planned: " + text(data, "because");
            case "CalendarRecalculated.v1" -> "Calendar moved: " + text(data, "because");
            case "DoseAdministered.v1" -> administered(data);
            case "DoseHeld.v1" ->
                "Infusion " + text(data, "dose") + " held on " + text(data, "heldOn") + ": " + text(data, "reason");
            case "DoseReleased.v1" ->
                "Infusion " + text(data, "dose") + " released on " + text(data, "releasedOn") + ": "
                        + text(data, "reason");
            case "DoseMissed.v1" ->
                "Infusion " + text(data, "dose") + " missed on " + text(data, "missedOn") + ": " + text(data, "reason");
            case "DosingStopped.v1" -> "Dosing stopped on " + text(data, "stoppedOn") + ": " + text(data, "reason");
            case "DoseTakenAsNeeded.v1" ->
                readable(text(data, "course")) + " taken as needed, number " + text(data, "nth") + ", at "
                        + text(data, "startedAt");
            case "CompanionTreatmentRecorded.v1" ->
                "Beside the trial dose: " + text(data, "title") + " from " + text(data, "from")
                        + (data.has("until") ? " until " + text(data, "until") : "")
                        + (data.path("confounder").asBoolean(false) ? " (a confounder)" : "");
            case "AdverseEventReported.v1" -> event("Adverse event", data);
            case "AdverseEventAmended.v1" -> event("Adverse event amended (" + text(data, "reason") + ")", data);
            case "AlertRaised.v1" -> "Alert raised: " + text(data, "summary");
            case "ScanReceived.v1" ->
                readable(text(data, "timePoint")) + " scan received, acquired on " + text(data, "acquiredOn");
            case "ScanQualityChecked.v1" ->
                readable(text(data, "timePoint")) + " scan: quality "
                        + (data.path("passed").asBoolean(false) ? "passed" : "failed");
            case "ScanRead.v1" -> readable(text(data, "timePoint")) + " scan read on " + text(data, "readOn");
            case "ScanMissing.v1" ->
                readable(text(data, "timePoint")) + " scan missing, window closed on " + text(data, "latest");
            default -> null;
        };
    }

    private static String again(JsonNode data) {
        var earlier = data.path("rescreenOf").asString("");
        return earlier.isEmpty() ? "" : ", attempt " + text(data, "attempt") + " after " + earlier;
    }

    private static String administered(JsonNode data) {
        var deviations = list(data.path("deviations"));
        return "Infusion " + text(data, "dose") + " given, "
                + data.path("volume").path("number").asString("?") + " "
                + data.path("volume").path("unit").asString("")
                + (deviations.isEmpty() ? "" : "; deviation: " + deviations);
    }

    private static String event(String start, JsonNode data) {
        return start + ": grade " + text(data, "grade") + (data.path("serious").asBoolean(false) ? ", serious, " : ", ")
                + text(data, "term") + "; outcome " + readable(text(data, "outcome"));
    }

    private static String text(JsonNode data, String field) {
        return data.path(field).asString("?");
    }

    private static String readable(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String list(JsonNode array) {
        var parts = new ArrayList<String>();
        array.forEach(each -> parts.add(readable(each.asString(""))));
        return String.join(", ", parts);
    }

    private static String list(JsonNode array, String field) {
        var parts = new ArrayList<String>();
        array.forEach(each -> parts.add(each.path(field).asString("")));
        return String.join(", ", parts);
    }
}
