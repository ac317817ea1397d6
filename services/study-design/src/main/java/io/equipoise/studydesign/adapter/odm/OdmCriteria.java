package io.equipoise.studydesign.adapter.odm;

import io.equipoise.contracts.odm.OdmXml;
import io.equipoise.studydesign.domain.Definition;
import java.util.List;
import java.util.Map;

/** Rules of eligibility as criteria with conditions; a rule without an expression has only its words. */
record OdmCriteria(Definition definition, OdmXml xml) {

    void criteria() {
        if (rules().isEmpty()) {
            return;
        }
        xml.element("InclusionExclusionCriteria", OdmXml.with(), () -> {
            criteria("InclusionCriteria", "INCLUSION");
            criteria("ExclusionCriteria", "EXCLUSION");
        });
    }

    private void criteria(String element, String kind) {
        var own = rules().stream().filter(rule -> kind.equals(rule.get("kind"))).toList();
        if (!own.isEmpty()) {
            xml.element(
                    element,
                    OdmXml.with(),
                    () -> own.forEach(rule -> xml.element(
                            "Criterion",
                            OdmXml.with(
                                    "OID", "CRIT." + rule.get("rule"),
                                    "Name", String.valueOf(rule.get("rule")),
                                    "ConditionOID", "COND." + rule.get("rule")),
                            () -> xml.description(String.valueOf(rule.get("text"))))));
        }
    }

    void conditions() {
        rules().forEach(rule -> {
            var named = OdmXml.with("OID", "COND." + rule.get("rule"), "Name", String.valueOf(rule.get("rule")));
            xml.element("ConditionDef", named, () -> {
                xml.description(String.valueOf(rule.get("text")));
                xml.element("MethodSignature");
                if (rule.get("when") instanceof String when) {
                    xml.element(
                            "FormalExpression",
                            OdmXml.with("Context", "Equipoise rule"),
                            () -> xml.element("Code", OdmXml.with(), () -> xml.text(when)));
                }
            });
        });
    }

    private List<Map<String, Object>> rules() {
        return definition.list("/eligibility/rules");
    }
}
