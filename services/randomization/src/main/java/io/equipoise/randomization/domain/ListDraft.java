package io.equipoise.randomization.domain;

import java.util.List;

/**
 * A list that somebody else drew, on its way into use: drafted by one, approved by another, then released.
 *
 * @param seed for the choice of kits; the list itself does not come from it
 */
public record ListDraft(
        Seed seed, List<Design.Share> shares, List<DrawnList.StratumList> strata, String draftedBy, boolean approved) {
    public ListDraft {
        shares = List.copyOf(shares);
        strata = List.copyOf(strata);
    }

    ListDraft approve() {
        return new ListDraft(seed, shares, strata, draftedBy, true);
    }

    @Override
    public String toString() {
        return "ListDraft[hidden]";
    }
}
