package io.equipoise.adverseevent.domain.clock;

/** One sentence of a clock's explanation, and what it is for. */
public record Sentence(Role role, String text) {

    /** The order in which a clock explains itself. */
    public enum Role {
        FACT("What happened"),
        RULE("Which rule"),
        ZONE("Whose days"),
        DATE("Why this date"),
        END("How it ended"),
        CHANGE("What would change it");

        private final String title;

        Role(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }
}
