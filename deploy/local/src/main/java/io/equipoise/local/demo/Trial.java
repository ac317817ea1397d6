package io.equipoise.local.demo;

import io.equipoise.local.client.Answer;
import io.equipoise.local.client.Casting;
import io.equipoise.local.client.Doors;
import io.equipoise.local.client.Doors.Command;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** What every chapter of the demonstration works with. */
public record Trial(Doors doors, Report report, String study, LocalDate today, Casting casting) {
    public static final int PEOPLE = 20;
    static final int DOSES = 4;

    /** Day 0 of the person with this number, 1 to 20: far enough back that week 48 has passed for everybody. */
    LocalDate day0(int person) {
        return today.minusDays(352 + 6L * (PEOPLE - person));
    }

    String subject(int number) {
        return "%s-01-%04d".formatted(study, number);
    }

    /** The small study of its own that the board holds; nobody else's work is held with it. */
    public Trial ofTheBoard() {
        return new Trial(doors, report, study + "H", today, casting);
    }

    LocalDate opened() {
        return day0(1).minusDays(40);
    }

    static LocalDate today(ZoneOffset at) {
        return LocalDate.now(at);
    }

    Answer post(String account, String path, Map<String, ?> body) {
        return doors.post(new Command(account, path, body));
    }

    /** Waits for what another service will soon have heard. */
    boolean soon(BooleanSupplier holds) {
        for (int i = 0; i < 600; i++) {
            if (holds.getAsBoolean()) {
                return true;
            }
            Doors.pause(50);
        }
        return false;
    }

    static void say(String text) {
        System.out.println(text);
    }
}
