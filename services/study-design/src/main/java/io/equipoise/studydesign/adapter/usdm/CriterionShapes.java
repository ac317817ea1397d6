package io.equipoise.studydesign.adapter.usdm;

import io.equipoise.studydesign.domain.Definition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rules of eligibility as criteria and the items with their words. */
record CriterionShapes(List<Map<String, Object>> criteria, List<Map<String, Object>> items) {

    static CriterionShapes of(Definition definition, Shapes shapes) {
        var criteria = new ArrayList<Map<String, Object>>();
        var items = new ArrayList<Map<String, Object>>();
        for (var rule : definition.list("/eligibility/rules")) {
            var name = String.valueOf(rule.get("rule"));
            var item = shapes.named("EligibilityCriterionItem", name, null);
            item.put("text", escaped(String.valueOf(rule.get("text"))));
            item.put("dictionaryId", null);
            Shapes.none(item, "notes");
            if (rule.get("when") instanceof String when) {
                item.put("extensionAttributes", List.of(shapes.extension(Extensions.OURS + "when", when)));
            }
            items.add(item);
            var criterion = shapes.named("EligibilityCriterion", name, null);
            criterion.put("category", shapes.code(Coded.of(String.valueOf(rule.get("kind")))));
            criterion.put("identifier", String.valueOf(criteria.size() + 1));
            criterion.put("criterionItemId", Shapes.id(item));
            Shapes.none(criterion, "notes");
            criteria.add(criterion);
        }
        Shapes.chain(criteria);
        return new CriterionShapes(criteria, items);
    }

    private static String escaped(String text) {
        return "<p>" + text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</p>";
    }

    List<String> ids() {
        return criteria.stream().map(Shapes::id).toList();
    }
}
