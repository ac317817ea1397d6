package io.equipoise.operations;

import io.equipoise.platform.consume.Heard;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

/** The tale of a trial as a listener hears it. */
public final class Tales {
    public static final String STUDY = Teller.STUDY;

    private Tales() {}

    public static String subject(int number) {
        return Teller.subject(number);
    }

    public static List<Heard> of(LocalDate today) {
        var tale = TrialTale.endingOn(today);
        var start = today.minusWeeks(58).atStartOfDay().toInstant(ZoneOffset.UTC);
        return IntStream.range(0, tale.size())
                .mapToObj(i -> tale.get(i).heard(start.plusSeconds(i)))
                .toList();
    }
}
