package io.equipoise.adverseevent.adapter.pdf;

import io.equipoise.adverseevent.domain.icsr.CiomsForm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Draws the CIOMS I form on one page of A4; what does not fit in its box goes on behind, under the box's number. */
public final class CiomsPdf {
    private static final float LEFT = 28;
    private static final float MAIN = 400;
    private static final float SIDE = 139;
    private static final float WHOLE = MAIN + SIDE;
    private static final float SMALL = 5.8f;
    private static final float NORMAL = 8;
    private final CiomsForm form;
    private final Sheet sheet;
    private final Map<String, List<String>> rest = new LinkedHashMap<>();

    private CiomsPdf(CiomsForm form, Sheet sheet) {
        this.form = form;
        this.sheet = sheet;
    }

    /** Where a box lies: its upper left corner, counted from the top of the page, and its size. */
    private record Area(float x, float y, float width, float height) {}

    public static byte[] of(CiomsForm form, Instant date) {
        var title = "CIOMS I " + form.boxes().getOrDefault("24b", "");
        try (var sheet = new Sheet(PDRectangle.A4, title, date)) {
            var drawn = new CiomsPdf(form, sheet);
            drawn.first();
            drawn.further();
            return sheet.bytes();
        }
    }

    private void first() {
        sheet.newPage();
        sheet.text(LEFT, 36, 12, "SUSPECT ADVERSE REACTION REPORT");
        sheet.text(LEFT + WHOLE - 84, 36, 12, "CIOMS FORM");
        reaction(48);
        product(352);
        history(556);
        manufacturer(680);
    }

    private void reaction(float y) {
        heading(y, "I. REACTION INFORMATION");
        var top = y + 14;
        box("1", "1. PATIENT (initials or code)", new Area(LEFT, top, 110, 34));
        box("1a", "1a. COUNTRY", new Area(LEFT + 110, top, 50, 34));
        box("2", "2. DATE OF BIRTH", new Area(LEFT + 160, top, 75, 34));
        box("2a", "2a. AGE", new Area(LEFT + 235, top, 40, 34));
        box("3", "3. SEX", new Area(LEFT + 275, top, 35, 34));
        box("4-6", "4-6. REACTION ONSET", new Area(LEFT + 310, top, 90, 34));
        box("7+13", "7+13. REACTIONS, RELEVANT TESTS, COURSE", new Area(LEFT, top + 34, MAIN, 248));
        ticks("8-12. SERIOUS BECAUSE", new Area(LEFT + MAIN, top, SIDE, 282), criteria());
    }

    private static Map<String, String> criteria() {
        var criteria = new LinkedHashMap<String, String>();
        criteria.put("DIED", "the patient died");
        criteria.put("HOSPITALISED", "stay in hospital, or longer");
        criteria.put("DISABLED", "lasting or significant disability");
        criteria.put("LIFE_THREATENING", "life-threatening");
        criteria.put("CONGENITAL", "congenital anomaly");
        criteria.put("OTHER", "other important condition");
        return criteria;
    }

    private void product(float y) {
        heading(y, "II. SUSPECT MEDICINES");
        var top = y + 14;
        box("14", "14. SUSPECT MEDICINES (with generic name, lot)", new Area(LEFT, top, MAIN, 48));
        ticks("20. ABATED AFTER STOPPING?", new Area(LEFT + MAIN, top, SIDE, 62), answers("STOPPED"));
        box("15", "15. DOSES", new Area(LEFT, top + 48, 200, 48));
        box("16", "16. ROUTES", new Area(LEFT + 200, top + 48, 200, 48));
        ticks("21. CAME BACK WHEN GIVEN AGAIN?", new Area(LEFT + MAIN, top + 62, SIDE, 62), answers("AGAIN"));
        box("17", "17. INDICATIONS", new Area(LEFT, top + 96, MAIN, 28));
        box("18", "18. GIVEN FROM / TO", new Area(LEFT, top + 124, 270, 60));
        box("19", "19. FOR HOW LONG", new Area(LEFT + 270, top + 124, WHOLE - 270, 60));
    }

    private static Map<String, String> answers(String question) {
        var answers = new LinkedHashMap<String, String>();
        answers.put(question + "_YES", "yes");
        answers.put(question + "_NO", "no");
        answers.put(question + "_NA", "not applicable");
        return answers;
    }

    private void history(float y) {
        heading(y, "III. OTHER MEDICINES AND HISTORY");
        box("22", "22. CONCOMITANT MEDICINES AND DATES", new Area(LEFT, y + 14, WHOLE, 50));
        box("23", "23. OTHER RELEVANT HISTORY", new Area(LEFT, y + 64, WHOLE, 50));
    }

    private void manufacturer(float y) {
        heading(y, "IV. SENDER");
        var top = y + 14;
        box("24a", "24a. NAME AND ADDRESS OF THE SENDER", new Area(LEFT, top, 200, 62));
        box("24b", "24b. SENDER'S NUMBER", new Area(LEFT + 200, top, 200, 31));
        box("24c", "24c. RECEIVED BY THE SENDER", new Area(LEFT + 200, top + 31, 100, 31));
        box("date", "DATE OF THIS REPORT", new Area(LEFT + 300, top + 31, 100, 31));
        var sources = new LinkedHashMap<String, String>();
        sources.put("STUDY", "study");
        sources.put("LITERATURE", "literature");
        sources.put("SPONTANEOUS", "health professional");
        ticks("24d. SOURCE", new Area(LEFT + MAIN, top, SIDE, 62), sources);
        box("25b", "25b. REPORTER", new Area(LEFT, top + 62, 130, 54));
        box("26", "26. REMARKS", new Area(LEFT + 130, top + 62, MAIN - 130, 54));
        var kinds = new LinkedHashMap<String, String>();
        kinds.put("INITIAL", "initial");
        kinds.put("FOLLOW_UP", "follow-up");
        ticks("25a. TYPE OF REPORT", new Area(LEFT + MAIN, top + 62, SIDE, 54), kinds);
    }

    private void heading(float y, String said) {
        sheet.frame(LEFT, y, WHOLE, 14);
        sheet.text(LEFT + 4, y + 10, NORMAL, said);
    }

    private void box(String number, String label, Area area) {
        sheet.frame(area.x(), area.y(), area.width(), area.height());
        sheet.text(area.x() + 3, area.y() + 8, SMALL, label);
        var text = form.boxes().getOrDefault(number, "");
        if (text.isBlank()) {
            return;
        }
        var lines = sheet.wrapped(text.strip(), NORMAL, area.width() - 8);
        var left = sheet.lines(area.x() + 4, area.y() + 9, NORMAL, area.height() - 19, lines);
        if (left.isEmpty()) {
            return;
        }
        sheet.text(area.x() + 4, area.y() + area.height() - 3, SMALL, "continued behind");
        rest.put(label, new ArrayList<>(left));
    }

    private void ticks(String label, Area area, Map<String, String> squares) {
        sheet.frame(area.x(), area.y(), area.width(), area.height());
        sheet.text(area.x() + 3, area.y() + 8, SMALL, label);
        var y = area.y() + 16;
        for (var square : squares.entrySet()) {
            sheet.frame(area.x() + 6, y, 7, 7);
            if (form.ticked().contains(square.getKey())) {
                sheet.tick(area.x() + 6, y, 7);
            }
            sheet.text(area.x() + 18, y + 6.5f, NORMAL - 0.5f, square.getValue());
            y += 14;
        }
    }

    private void further() {
        rest.forEach((label, lines) -> {
            var left = lines;
            while (!left.isEmpty()) {
                sheet.newPage();
                sheet.text(LEFT, 36, NORMAL + 1, "CIOMS FORM " + form.boxes().getOrDefault("24b", "") + ", continued");
                sheet.text(LEFT, 52, SMALL + 1, label);
                left = sheet.lines(LEFT, 56, NORMAL, sheet.height() - 96, left);
            }
        });
    }
}
