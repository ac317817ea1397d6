package io.equipoise.adverseevent.domain;

/** What has to be reported whether or not anybody came to harm (CTR Annex III 2.3 point 2; GVP VI.B.6). */
public enum ReportableKind {
    PREGNANCY("a pregnancy", true),
    MEDICATION_ERROR("a medication error", true),
    OVERDOSE("an overdose", true),
    MISUSE("a misuse", true),
    LOT_RELATED("related to its lot", false),
    DONOR_RELATED("related to its donor", false);

    private final String words;
    private final boolean likeAReaction;

    ReportableKind(String words, boolean likeAReaction) {
        this.words = words;
        this.likeAReaction = likeAReaction;
    }

    /** A pregnancy, or a use that the protocol did not foresee: reported as a reaction is, whoever suspects what. */
    public boolean isLikeAReaction() {
        return likeAReaction;
    }

    /** What an event of this kind is, such as "a medication error". */
    public String words() {
        return words;
    }
}
