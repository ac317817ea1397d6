package io.equipoise.adverseevent.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.adverseevent.domain.SafetyInformationFact.SafetyInformationPublished;
import io.equipoise.platform.Decider;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a study's products are expected to do, in versions that are in force from a day on (CTR Annex III 2.2). */
public record SafetyInformation(List<SafetyInformationVersion> versions) {
    public static final Decider<SafetyInformation, Publish, SafetyFact> DECIDER =
            new Decider<>(new SafetyInformation(List.of()), SafetyInformation::decide, SafetyInformation::evolve);

    private static final int LONGEST_VERSION = 40;
    private static final int LONGEST_TEXT = 250;
    private static final int HIGHEST_GRADE = 5;

    public SafetyInformation {
        versions = List.copyOf(versions);
    }

    /** Put a version in force. Products are those that the study's definition names. */
    public record Publish(String study, SafetyInformationVersion version, Set<String> products) {
        public Publish {
            products = Set.copyOf(products);
        }
    }

    /** Where a study's safety information is kept. */
    public static String stream(String study) {
        return "safety-information/" + study;
    }

    /** The version of a product that counts on a day; empty before the first. */
    public Optional<SafetyInformationVersion> inForce(String product, LocalDate on) {
        return of(product)
                .filter(each -> !each.inForceFrom().isAfter(on))
                .max(Comparator.comparing(SafetyInformationVersion::inForceFrom));
    }

    private Stream<SafetyInformationVersion> of(String product) {
        return versions.stream().filter(each -> each.product().equals(product));
    }

    private static Decision<SafetyFact> decide(SafetyInformation state, Publish command) {
        var no = state.refusal(command);
        return no.isPresent()
                ? refuse(no.get())
                : accept(new SafetyInformationPublished(command.study(), command.version()));
    }

    private Optional<Refusal> refusal(Publish command) {
        var next = command.version();
        if (!command.products().contains(next.product())) {
            return Optional.of(unknownProduct(next.product()));
        }
        if (!isLine(next.version(), LONGEST_VERSION)) {
            return invalid("/version", "name the version in 1 to 40 characters on one line");
        }
        if (!isLine(next.document(), LONGEST_TEXT)) {
            return invalid("/document", "name the document in 1 to 250 characters on one line");
        }
        return terms(next).or(() -> order(next));
    }

    private static Optional<Refusal> terms(SafetyInformationVersion next) {
        for (int i = 0; i < next.terms().size(); i++) {
            var each = next.terms().get(i);
            var code = each.code();
            if (!isLine(each.term(), LONGEST_TEXT)) {
                return invalid("/terms/" + i + "/term", "name the reaction in 1 to 250 characters on one line");
            }
            if (code != null && !isLine(code, LONGEST_VERSION)) {
                return invalid("/terms/" + i + "/code", "a code has 1 to 40 characters on one line");
            }
            if (each.highestGrade() < 1 || each.highestGrade() > HIGHEST_GRADE) {
                return Optional.of(Refusal.invalid(
                        "GRADE_OUT_OF_RANGE", "a grade is 1 to 5 (CTCAE v5)", "/terms/" + i + "/highestGrade"));
            }
        }
        return Optional.empty();
    }

    private Optional<Refusal> order(SafetyInformationVersion next) {
        if (of(next.product()).anyMatch(each -> each.version().equals(next.version()))) {
            return Optional.of(Refusal.conflict(
                    "SAFETY_INFORMATION_ALREADY_PUBLISHED",
                    "this version of the product's safety information is on record and never changes",
                    "/version"));
        }
        return of(next.product())
                .filter(each -> !each.inForceFrom().isBefore(next.inForceFrom()))
                .findFirst()
                .map(each -> Refusal.conflict(
                        "SAFETY_INFORMATION_NOT_LATER",
                        "version " + each.version() + " is in force from " + each.inForceFrom()
                                + "; a new version begins after it, so that what was judged stays true",
                        "/inForceFrom"));
    }

    static Refusal unknownProduct(String product) {
        return Refusal.invalid(
                "PRODUCT_UNKNOWN", "the study's definition names no product \"" + product + "\"", "/product");
    }

    static boolean isLine(String text, int longest) {
        return !text.isBlank() && text.length() <= longest && text.chars().noneMatch(Character::isISOControl);
    }

    private static Optional<Refusal> invalid(String pointer, String detail) {
        return Optional.of(Refusal.invalid("SAFETY_INFORMATION_INVALID", detail, pointer));
    }

    private static SafetyInformation evolve(SafetyInformation state, SafetyFact fact) {
        return switch (fact) {
            case SafetyInformationPublished published -> {
                var more = new ArrayList<>(state.versions);
                more.add(published.version());
                yield new SafetyInformation(more);
            }
            case SafetyFact foreign -> throw new IllegalStateException("not about a product: " + foreign);
        };
    }
}
