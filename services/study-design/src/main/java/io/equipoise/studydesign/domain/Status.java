package io.equipoise.studydesign.domain;

/** The recruitment status, as the registry names it, and what each allows to be done. */
public enum Status {
    NOT_YET_RECRUITING(false, false, false, false),
    RECRUITING(true, true, true, true),
    ENROLLING_BY_INVITATION(true, true, true, true),
    ACTIVE_NOT_RECRUITING(false, false, true, true),
    SUSPENDED(false, false, false, true),
    TERMINATED(false, false, false, true),
    COMPLETED(false, false, false, true),
    WITHDRAWN(false, false, false, false),
    UNKNOWN_STATUS(false, false, false, true);

    private final boolean screen;
    private final boolean enrol;
    private final boolean dose;
    private final boolean followUp;

    Status(boolean screen, boolean enrol, boolean dose, boolean followUp) {
        this.screen = screen;
        this.enrol = enrol;
        this.dose = dose;
        this.followUp = followUp;
    }

    /** May people be screened, enrolled, dosed; may visits and adverse events still be recorded? */
    public record Permits(boolean screen, boolean enrol, boolean dose, boolean followUp) {}

    public Permits permits() {
        return new Permits(screen, enrol, dose, followUp);
    }

    /** A study starts when it recruits, or is about to; an amendment may also take effect while people are still dosed. */
    public boolean mayBeActivated() {
        return this == NOT_YET_RECRUITING || dose;
    }
}
