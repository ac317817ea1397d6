package io.equipoise.operations.adapter.odm;

import java.util.List;

/** A kind of facts: an event, its group of items, and the items with their types. */
record Form(String name, String title, boolean repeating, List<Item> items) {
    static final Form ENROLMENT = new Form(
            "ENROLMENT",
            "Screening, consent, enrolment, randomization",
            false,
            List.of(
                    Item.date("SCREENED_ON", "Screened on"),
                    Item.date("CONSENTED_ON", "Consent given on"),
                    Item.date("CONSENT_WITHDRAWN_ON", "Consent withdrawn on"),
                    Item.date("SCREEN_FAILED_ON", "Not eligible on"),
                    Item.text("RULES_FAILED", "By which rules"),
                    Item.date("ENROLLED_ON", "Enrolled on"),
                    Item.date("RANDOMIZED_ON", "Randomized on")));
    static final Form LEAVING = new Form(
            "LEAVING",
            "Leaving treatment or study",
            true,
            List.of(Item.date("LEFT_ON", "Left on"), Item.text("SCOPE", "Left what"), Item.text("REASON", "Reason")));
    static final Form CALENDAR = new Form(
            "CALENDAR",
            "Planned visit, dose or scan",
            true,
            List.of(
                    Item.text("TITLE", "What"),
                    Item.date("PLANNED_ON", "Planned on"),
                    Item.date("EARLIEST", "Window opens"),
                    Item.date("LATEST", "Window closes"),
                    Item.text("STATE", "State")));
    static final Form DOSE = new Form(
            "DOSE",
            "What became of a planned dose",
            true,
            List.of(
                    new Item("DOSE", "Number of the dose", "integer"),
                    Item.text("STATE", "Given, held, released or missed"),
                    Item.date("ON", "On"),
                    new Item("STARTED_AT", "Started at", "datetime"),
                    Item.text("REASON", "Reason"),
                    Item.text("DEVIATIONS", "Deviations from the protocol")));
    static final Form ADVERSE_EVENT = new Form(
            "ADVERSE_EVENT",
            "Adverse event as last reported",
            true,
            List.of(
                    Item.text("TERM", "Term"),
                    new Item("GRADE", "Grade (CTCAE)", "integer"),
                    new Item("SERIOUS", "Serious", "boolean"),
                    Item.text("CRITERIA", "Criteria of seriousness"),
                    new Item("ONSET", "Onset", "datetime"),
                    Item.text("RELATION", "Relation to the product"),
                    new Item("DOSE", "After which dose", "integer"),
                    Item.text("OUTCOME", "Outcome")));
    static final List<Form> ALL = List.of(ENROLMENT, LEAVING, CALENDAR, DOSE, ADVERSE_EVENT);

    Form {
        items = List.copyOf(items);
    }

    /** One value that may be recorded. */
    record Item(String name, String title, String type) {
        static Item date(String name, String title) {
            return new Item(name, title, "date");
        }

        static Item text(String name, String title) {
            return new Item(name, title, "text");
        }
    }

    String event() {
        return "SE." + name;
    }

    String group() {
        return "IG." + name;
    }

    String item(Item item) {
        return "IT." + name + "." + item.name();
    }
}
