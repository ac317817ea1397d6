package io.equipoise.randomization.adapter.mongo;

import io.equipoise.randomization.domain.Arm;
import io.equipoise.randomization.domain.Design;
import io.equipoise.randomization.domain.Design.Factor;
import io.equipoise.randomization.domain.Design.Share;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import tools.jackson.databind.JsonNode;

/** Reads the allocation out of a study's definition, leniently; what it leaves open is named, never filled in. */
final class DesignReading {
    private static final int MOST = 100;

    private DesignReading() {}

    /** What is kept: shares, factors, and pointers of what is unknown. */
    static Document of(JsonNode definition) {
        var design = definition.path("design");
        var unknown = new ArrayList<String>();
        if (!value(design, "allocation").asString("").equals("RANDOMIZED")) {
            unknown.add("/design/allocation");
        }
        var shares = shares(design, unknown);
        var factors = factors(design, unknown);
        var sequences = SequenceReading.of(design, value(design, "periods"), unknown);
        return new Document("shares", shares)
                .append("factors", factors)
                .append("sequences", sequences)
                .append("unknown", unknown);
    }

    static Design toDesign(Document kept) {
        return new Design(
                kept.getList("shares", Document.class).stream()
                        .map(share -> new Share(
                                new Arm(share.getString("arm")), share.getString("title"), share.getInteger("weight")))
                        .toList(),
                kept.getList("factors", Document.class).stream()
                        .map(factor -> new Factor(factor.getString("factor"), factor.getList("levels", String.class)))
                        .toList(),
                kept.getList("unknown", String.class),
                SequenceReading.toSequences(kept.get("sequences", new Document())));
    }

    private static List<Document> shares(JsonNode design, List<String> unknown) {
        var ratio = value(design, "ratio");
        var shares = new ArrayList<Document>();
        Set<String> seen = new HashSet<>();
        for (var arm : design.path("arms")) {
            var code = arm.path("arm").asString("");
            var weight = ratio.path(code);
            if (Arm.read(code).isPresent() && seen.add(code) && weight.isInt() && isShare(weight.intValue())) {
                shares.add(new Document("arm", code)
                        .append("title", arm.path("title").asString(code))
                        .append("weight", weight.intValue()));
            }
        }
        if (design.path("arms").size() < 2) {
            unknown.add("/design/arms");
        }
        if (shares.size() != design.path("arms").size() || shares.size() != ratio.size()) {
            unknown.add("/design/ratio");
        }
        return shares;
    }

    private static List<Document> factors(JsonNode design, List<String> unknown) {
        var strata = value(design, "strata");
        var factors = new ArrayList<Document>();
        Set<String> seen = new HashSet<>();
        for (var stratum : strata) {
            var name = stratum.path("stratum").asString("");
            var levels = new ArrayList<String>();
            stratum.path("levels").forEach(level -> levels.add(level.asString("")));
            boolean sound = !levels.isEmpty() && new HashSet<>(levels).size() == levels.size();
            if (!name.isBlank() && seen.add(name) && sound) {
                factors.add(new Document("factor", name).append("levels", levels));
            }
        }
        if (!strata.isArray() || factors.size() != strata.size()) {
            unknown.add("/design/strata");
        }
        return factors;
    }

    private static boolean isShare(int weight) {
        return weight > 0 && weight <= MOST;
    }

    /** A value whose basis is unknown, or that is not there, is missing. */
    private static JsonNode value(JsonNode design, String name) {
        var open = design.path(name);
        return open.path("basis").asString("unknown").equals("unknown") ? open.path("/nothing") : open.path("value");
    }
}
