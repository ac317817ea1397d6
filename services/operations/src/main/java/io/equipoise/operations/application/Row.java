package io.equipoise.operations.application;

/** One person behind a number, and why they are counted there. */
public record Row(String subject, String note) {
    public String href() {
        return "/studies/" + subject.substring(0, Math.max(0, subject.indexOf('-'))) + "/subjects/" + subject;
    }
}
