package io.equipoise.adverseevent.adapter.page;

import io.equipoise.adverseevent.adapter.page.CasePageParts.Reader;
import io.equipoise.adverseevent.application.CaseSheet;
import io.equipoise.adverseevent.application.CaseSheets;
import io.equipoise.adverseevent.application.ClockCard;
import io.equipoise.pages.LiveFeed;
import io.equipoise.pages.Part;
import io.equipoise.pages.Parts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** The parts of the clock board, of the list of cases, and of the page of one case. */
final class CasePageParts implements LiveFeed.Picture<Reader> {
    static final String CLOCKS = "clocks";
    static final String CASES = "cases";
    private static final String FOLDER = "safety";

    private final CaseSheets sheets;
    private final Parts parts;
    private final LongSupplier changes;

    CasePageParts(CaseSheets sheets, Parts parts, LongSupplier changes) {
        this.sheets = sheets;
        this.parts = parts;
        this.changes = changes;
    }

    /** Who looks from which sites at what: the board, the list, or a case by its id. */
    record Reader(String at, Set<String> sites) {
        Reader {
            sites = Set.copyOf(sites);
        }
    }

    List<Part> clocks(Predicate<String> sites) {
        var all = sheets.clocks(sites);
        var open = all.stream().filter(ClockCard::open).toList();
        var done = all.stream().filter(each -> !each.open()).toList();
        return List.of(
                parts.draw(FOLDER, "clocks-open", "", Map.of("clocks", open)),
                parts.draw(FOLDER, "clocks-done", "", Map.of("clocks", done)));
    }

    List<Part> cases(Predicate<String> sites) {
        var model = Map.<String, Object>of("cases", sheets.cases(sites), "differences", sheets.open(sites));
        return List.of(parts.draw(FOLDER, "cases-list", "", model), parts.draw(FOLDER, "cases-differences", "", model));
    }

    List<Part> of(CaseSheet sheet) {
        var model = Map.<String, Object>of("sheet", sheet, "clocks", sheet.clocks());
        return List.of(
                parts.draw(FOLDER, "case-facts", "half tall", model),
                parts.draw(FOLDER, "case-clocks", "half", model),
                parts.draw(FOLDER, "case-reports", "", model),
                parts.draw(FOLDER, "case-differences", "half", model),
                parts.draw(FOLDER, "case-likes", "half", model),
                parts.draw(FOLDER, "case-acts", "", model),
                parts.draw(FOLDER, "case-history", "", model));
    }

    @Override
    public Optional<List<Part>> parts(Reader reader) {
        Predicate<String> sites =
                site -> reader.sites().contains("*") || reader.sites().contains(site);
        return switch (reader.at()) {
            case CLOCKS -> Optional.of(clocks(sites));
            case CASES -> Optional.of(cases(sites));
            default ->
                sheets.of(reader.at())
                        .filter(sheet -> sites.test(sheet.opened().subject().site()))
                        .map(this::of);
        };
    }

    @Override
    public long changes(Reader reader) {
        return changes.getAsLong();
    }
}
