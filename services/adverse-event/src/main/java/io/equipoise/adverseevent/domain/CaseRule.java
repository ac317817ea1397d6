package io.equipoise.adverseevent.domain;

import io.equipoise.adverseevent.domain.CaseCommand.Heard;
import io.equipoise.platform.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What nothing that is written into a case may be: in the future, without words, too long. */
enum CaseRule {
    ;
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_NAME = 250;

    static Optional<Refusal> firstBroken(Heard heard, Instant askedAt) {
        var information = heard.information();
        var qualified = information.qualifiedAt();
        return first(Stream.of(
                past(information.receivedAt(), askedAt, "/receivedAt"),
                past(qualified, askedAt, "/qualifiedAt"),
                qualified != null && qualified.isBefore(information.receivedAt())
                        ? Refusal.invalid(
                                "QUALIFIED_BEFORE_RECEIVED",
                                "information cannot qualify before it is received",
                                "/qualifiedAt")
                        : null,
                COUNTRY.matcher(information.country()).matches()
                        ? null
                        : Refusal.invalid(
                                "COUNTRY_INVALID", "a country is two capital letters (ISO 3166-1)", "/country"),
                words(heard.what(), "/what"),
                heard.reporterName() == null || isOneLine(heard.reporterName(), LONGEST_NAME)
                        ? null
                        : Refusal.invalid(
                                "REPORTER_INVALID", "name the reporter in 1 to 250 characters", "/reporterName")));
    }

    static Optional<Refusal> identity(String safetyReportId, String worldwideId) {
        return Stream.of(safetyReportId, worldwideId)
                .filter(id -> !isOneLine(id, SafetyCase.LONGEST_ID))
                .findFirst()
                .map(id -> Refusal.invalid(
                        "CASE_NUMBER_INVALID",
                        "a case number has 1 to 100 characters on one line (ICH E2B(R3) C.1.1)",
                        id.equals(safetyReportId) ? "/safetyReportId" : "/worldwideId"));
    }

    static Optional<Refusal> authorities(List<String> authorities) {
        return authorities.isEmpty()
                ? Optional.of(Refusal.invalid(
                        "AUTHORITY_MISSING", "name at least one authority that has to hear of it", "/authorities"))
                : Optional.empty();
    }

    static @Nullable Refusal past(@Nullable Instant moment, Instant askedAt, String pointer) {
        return moment != null && moment.isAfter(askedAt)
                ? Refusal.invalid("IN_THE_FUTURE", "what has not come yet cannot be recorded", pointer)
                : null;
    }

    /** Some text for people, of at most 2000 characters (as ICH E2B(R3) C.1.11.2 has it for a nullification). */
    static @Nullable Refusal words(String text, String pointer) {
        return text.isBlank() || text.length() > LONGEST_TEXT
                ? Refusal.invalid("REASON_MISSING", "say in 1 to 2000 characters what was heard, or why", pointer)
                : null;
    }

    static boolean isOneLine(String text, int longest) {
        return !text.isBlank() && text.length() <= longest && text.chars().noneMatch(Character::isISOControl);
    }

    static Optional<Refusal> first(Stream<@Nullable Refusal> refusals) {
        return refusals.filter(Objects::nonNull).findFirst();
    }
}
