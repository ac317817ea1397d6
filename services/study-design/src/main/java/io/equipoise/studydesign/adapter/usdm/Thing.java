package io.equipoise.studydesign.adapter.usdm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** One object of a USDM file. Whatever is read from it counts as looked at. */
record Thing(UsdmFile file, JsonNode node, String pointer) {

    String id() {
        return node.path("id").asString("");
    }

    String kind() {
        return node.path("instanceType").asString("");
    }

    boolean is(String kind) {
        return kind().equals(kind);
    }

    /** A text; empty where it is absent, null or blank. */
    Optional<String> text(String attribute) {
        var value = at(attribute);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw Unusable.malformed(attribute + " is a text.", pointer + "/" + attribute);
        }
        return Optional.of(value.stringValue().strip()).filter(text -> !text.isEmpty());
    }

    /** The name that people read: the label, or where there is none the name. */
    String title() {
        var label = text("label");
        var name = text("name");
        return label.or(() -> name)
                .orElseThrow(() -> Unusable.malformed("It has neither a label nor a name.", pointer + "/name"));
    }

    boolean yes(String attribute) {
        return at(attribute).asBoolean(false);
    }

    /** The objects of a list, in its order. */
    List<Thing> things(String attribute) {
        var list = at(attribute);
        if (list.isMissingNode() || list.isNull()) {
            return List.of();
        }
        if (!list.isArray()) {
            throw Unusable.malformed(attribute + " is a list.", pointer + "/" + attribute);
        }
        return IntStream.range(0, list.size())
                .mapToObj(n -> object(list.get(n), pointer + "/" + attribute + "/" + n))
                .toList();
    }

    Optional<Thing> thing(String attribute) {
        var value = at(attribute);
        return value.isMissingNode() || value.isNull()
                ? Optional.empty()
                : Optional.of(object(value, pointer + "/" + attribute));
    }

    private Thing object(JsonNode value, String place) {
        if (!value.isObject()) {
            throw Unusable.malformed("An object is expected here.", place);
        }
        return new Thing(file, value, place);
    }

    /** What another object is called by its id. */
    Optional<Thing> ref(String attribute) {
        return text(attribute).map(id -> found(id, pointer + "/" + attribute));
    }

    List<Thing> refs(String attribute) {
        var list = at(attribute);
        var found = new ArrayList<Thing>();
        for (int n = 0; n < list.size(); n++) {
            found.add(found(list.get(n).asString(""), pointer + "/" + attribute + "/" + n));
        }
        return found;
    }

    private Thing found(String id, String place) {
        var found = file.find(id);
        if (found == null) {
            throw Unusable.unknown("Nothing in the file has the id " + id + ".", place);
        }
        return found;
    }

    /** What a code, or the standard code of an alias, is called. */
    Optional<String> code(String attribute) {
        return thing(attribute)
                .flatMap(code -> code.is("AliasCode")
                        ? code.code("standardCode")
                        : code.text("decode").or(() -> code.text("code")));
    }

    /** What the codes of a list are called. */
    List<String> codes(String attribute) {
        return things(attribute).stream()
                .flatMap(code -> code.text("decode").stream())
                .toList();
    }

    /** A number as the file writes it. */
    Optional<String> number(String attribute) {
        var value = at(attribute);
        return value.isNumber()
                ? Optional.of(value.decimalValue().stripTrailingZeros().toPlainString())
                : Optional.empty();
    }

    /** What is read by nothing here, and why. */
    void leave(String attribute, String why) {
        file.leave(this, attribute, why);
    }

    /** The objects of a list, only to be checked: this does not count as looked at. */
    List<Thing> peek(String attribute) {
        var list = node.path(attribute);
        return IntStream.range(0, list.isArray() ? list.size() : 0)
                .filter(n -> list.get(n).isObject())
                .mapToObj(n -> new Thing(file, list.get(n), pointer + "/" + attribute + "/" + n))
                .toList();
    }

    /** What another object is called by its id, only to be checked. */
    Optional<Thing> peekRef(String attribute) {
        var id = node.path(attribute);
        return id.isString() ? Optional.of(found(id.stringValue(), pointer + "/" + attribute)) : Optional.empty();
    }

    private JsonNode at(String attribute) {
        file.look(this, attribute);
        return node.path(attribute);
    }
}
