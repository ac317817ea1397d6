package io.equipoise.adverseevent.domain.icsr;

/** What stands around the reports of a batch (E2B(R3) N.1). */
public final class BatchHeader {
    private static final String FDA = "ZZFDA_PREMKT";

    private BatchHeader() {}

    /** FDA takes reports before marketing at one address; another receiver is named by the settings. */
    public static Icsr of(String number, Sender sender, Profile profile, String receiver, String sentAt) {
        return Icsr.builder()
                .put("N.1.1", "1")
                .put("N.1.2", number)
                .put("N.1.3", sender.identifier())
                .put("N.1.4", profile == Profile.FDA_IND ? FDA : receiver)
                .put("N.1.5", sentAt)
                .build();
    }
}
