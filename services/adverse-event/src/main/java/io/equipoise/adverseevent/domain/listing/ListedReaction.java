package io.equipoise.adverseevent.domain.listing;

import io.equipoise.adverseevent.domain.OrganClass;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A serious event of a case as a listing shows it.
 *
 * @param received the civil day on which the office first heard of the case
 * @param organ where it counts; absent where nobody coded it in a dictionary with system organ classes
 * @param suspectedBy whose judgement a reasonable possibility is; empty where nobody suspects the product
 * @param doses starts of what was given, as days
 * @param arm what the subject got, or "blinded"
 */
public record ListedReaction(
        String caseNumber,
        String subject,
        String country,
        LocalDate received,
        String term,
        @Nullable OrganClass organ,
        List<String> criteria,
        String onset,
        List<String> doses,
        String outcome,
        List<String> suspectedBy,
        String arm) {
    public static final String BLINDED = "blinded";

    public ListedReaction {
        criteria = List.copyOf(criteria);
        doses = List.copyOf(doses);
        suspectedBy = List.copyOf(suspectedBy);
    }

    Optional<OrganClass> counted() {
        return Optional.ofNullable(organ);
    }
}
