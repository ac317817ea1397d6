package io.equipoise.randomization.domain;

/** Who asked the investigator for the code, such as a physician on duty elsewhere (domain rules 4.8). */
public record Requester(String name, String role) {
    private static final int LONGEST = 100;

    boolean isComplete() {
        return isGiven(name) && isGiven(role);
    }

    private static boolean isGiven(String text) {
        return !text.isBlank() && text.length() <= LONGEST;
    }

    /** A person's name. */
    @Override
    public String toString() {
        return "Requester[hidden]";
    }
}
