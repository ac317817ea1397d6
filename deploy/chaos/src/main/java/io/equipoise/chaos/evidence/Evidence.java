package io.equipoise.chaos.evidence;

import java.util.List;

/** All that is compared with the client's book. */
public record Evidence(
        List<Commit> journal, List<Told> told, List<Looked> looks, List<Pushed> pushed, List<String> mails) {
    public Evidence {
        journal = List.copyOf(journal);
        told = List.copyOf(told);
        looks = List.copyOf(looks);
        pushed = List.copyOf(pushed);
        mails = List.copyOf(mails);
    }

    /** Without what the driver itself put into topics. */
    public Evidence without(String ours) {
        return new Evidence(
                journal,
                told.stream().filter(t -> !t.stream().startsWith(ours)).toList(),
                looks.stream().map(look -> look.without(ours)).toList(),
                pushed,
                mails);
    }
}
