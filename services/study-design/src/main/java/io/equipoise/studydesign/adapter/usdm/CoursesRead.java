package io.equipoise.studydesign.adapter.usdm;

import io.equipoise.studydesign.adapter.usdm.Courses.Course;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is given: one course of dosing for each administration of an intervention. Where the file does not tie an
 * administration to arms, that is a question, and it keeps the study from dosing.
 */
record CoursesRead(Basis basis, Courses courses) {

    void into(Map<String, Object> definition, Thing design) {
        if (courses.all().isEmpty()) {
            return;
        }
        definition.put("products", courses.all().stream().map(this::product).toList());
        var dosing = new LinkedHashMap<String, Object>();
        dosing.put("firstDose", firstDose(design));
        dosing.put("dayOrigin", basis.read(0, "timings", "timings are distances from the fixed reference"));
        dosing.put("courses", courses.all().stream().map(this::course).toList());
        definition.put("dosing", dosing);
        var tied = design.things("arms").stream()
                .flatMap(arm -> courses.onlyOf(arm).stream())
                .collect(Collectors.toSet());
        var open = courses.all().stream()
                .filter(course -> !tied.contains(course))
                .map(this::question)
                .toList();
        if (!open.isEmpty()) {
            definition.put("questions", open);
        }
    }

    private Map<String, Object> product(Course course) {
        var title = course.intervention().title();
        var product = Fields.of("product", course.name());
        product.put("title", title.equals(course.title()) ? title : title + ", " + course.title());
        product.put("class", basis.unknown(course.intervention().code("type").orElse("kind of product")));
        return product;
    }

    private Map<String, Object> course(Course course) {
        var mapped = new LinkedHashMap<String, Object>();
        mapped.put("course", course.name());
        mapped.put("title", course.title());
        mapped.put("product", course.name());
        var said = new AdministrationRead(basis, course.administration());
        mapped.put("route", said.route());
        mapped.put("amount", said.amount());
        mapped.put("schedule", said.schedule());
        return mapped;
    }

    private Map<String, Object> firstDose(Thing design) {
        var reference = Timeline.main(design).flatMap(Timeline::reference);
        var title = reference.map(Thing::title).orElse("first-dose anchor");
        return title.toUpperCase(Locale.ROOT).contains("DOS")
                ? basis.read(
                        Fields.of("anchor", "FIRST_DOSE", "day", 0),
                        title,
                        "the fixed reference of the main timeline is called so")
                : basis.unknown(title);
    }

    private Map<String, Object> question(Course course) {
        var question = Fields.of("question", "ARMS_OF_" + course.name());
        question.put("text", "Which arms receive " + course.title() + "? The file ties it to none.");
        question.put("blocks", "DOSING");
        question.put("answer", basis.unknown("which arms receive " + course.title()));
        return question;
    }
}
