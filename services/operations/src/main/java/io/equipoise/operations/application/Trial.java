package io.equipoise.operations.application;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** All that this room was told of one study. Nothing in it knows an arm: no blinded topic has a field for one. */
public record Trial(
        Study study,
        List<Site> sites,
        List<Person> people,
        List<Harm> harms,
        List<Alert> alerts,
        List<Scan> scans,
        List<Missing> missing) {

    /** A scan that imaging says did not come while its window was open. */
    public record Missing(String subject, String site, String timePoint, LocalDate latest) {}

    public static final String EVERY_SITE = "*";
    public static final String TREATMENT = "TREATMENT";

    public Trial {
        sites = sites.stream().sorted(Comparator.comparing(Site::site)).toList();
        people = people.stream().sorted(Comparator.comparing(Person::subject)).toList();
        harms = harms.stream().sorted(Comparator.comparing(Harm::onset)).toList();
        alerts = alerts.stream().sorted(Comparator.comparing(Alert::raisedAt)).toList();
        scans = List.copyOf(scans);
        missing = List.copyOf(missing);
    }

    /** The rows of these sites only; {@code *} sees every row. */
    public Trial seenFrom(Set<String> visible) {
        if (visible.contains(EVERY_SITE)) {
            return this;
        }
        return new Trial(
                study,
                sites.stream().filter(each -> visible.contains(each.site())).toList(),
                people.stream().filter(each -> visible.contains(each.site())).toList(),
                harms.stream().filter(each -> visible.contains(each.site())).toList(),
                alerts.stream().filter(each -> visible.contains(each.site())).toList(),
                scans.stream().filter(each -> visible.contains(each.site())).toList(),
                missing.stream().filter(each -> visible.contains(each.site())).toList());
    }

    /** Where the site is not known yet, days are counted in UTC, and the page says so. */
    public ZoneId zoneOf(String site) {
        return sites.stream()
                .filter(each -> each.site().equals(site))
                .map(Site::zone)
                .findFirst()
                .orElse(ZoneOffset.UTC);
    }

    public List<Scan> scansOf(String subject) {
        return scans.stream().filter(each -> each.subject().equals(subject)).toList();
    }

    public List<Harm> harmsOf(String subject) {
        return harms.stream().filter(each -> each.subject().equals(subject)).toList();
    }
}
