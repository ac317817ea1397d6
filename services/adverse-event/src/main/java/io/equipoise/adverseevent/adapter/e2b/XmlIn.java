package io.equipoise.adverseevent.adapter.e2b;

import io.equipoise.adverseevent.application.Unreadable;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML of strangers, one child of the root after the other, so that no more than one message is in memory. Document
 * types and entities are refused, not resolved; size, depth and numbers are bounded (OWASP: XML External Entity Prevention).
 */
final class XmlIn {
    static final String HL7 = "urn:hl7-org:v3";

    private final XMLStreamReader reader;
    private final Limits limits;
    private final String root;
    private int elements;

    XmlIn(InputStream in, Limits limits) {
        this.limits = limits;
        try {
            reader = factory().createXMLStreamReader(new Measured(in, limits.bytes()));
            root = toRoot();
        } catch (XMLStreamException broken) {
            throw broken(broken);
        }
    }

    /** One for every file: a factory keeps its first reader, with all that this one has read. */
    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw doctype();
        });
        return factory;
    }

    private String toRoot() throws XMLStreamException {
        while (reader.hasNext()) {
            if (safe(reader.next()) == XMLStreamConstants.START_ELEMENT) {
                return name();
            }
        }
        throw new Unreadable("XML_BROKEN", "the file holds no element");
    }

    String root() {
        return root;
    }

    Map<String, String> rootAttributes() {
        return attributes();
    }

    /** The next child of the root, whole; empty at the end of the root. */
    Optional<Node> next() {
        try {
            elements = 0;
            while (reader.hasNext()) {
                switch (safe(reader.next())) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        return Optional.of(node(2));
                    }
                    case XMLStreamConstants.END_DOCUMENT -> {
                        return Optional.empty();
                    }
                    default -> {}
                }
            }
            return Optional.empty();
        } catch (XMLStreamException broken) {
            throw broken(broken);
        }
    }

    private Node node(int depth) throws XMLStreamException {
        if (depth > limits.depth()) {
            throw new Unreadable("XML_TOO_DEEP", "elements may stand " + limits.depth() + " levels deep");
        }
        if (++elements > limits.elements()) {
            throw new Unreadable("XML_TOO_LARGE", "a message may have up to " + limits.elements() + " elements");
        }
        var name = name();
        var attributes = attributes();
        List<Node> children = new ArrayList<>();
        var text = new StringBuilder();
        while (true) {
            switch (safe(reader.next())) {
                case XMLStreamConstants.START_ELEMENT -> children.add(node(depth + 1));
                case XMLStreamConstants.END_ELEMENT -> {
                    return new Node(
                            name,
                            attributes,
                            List.copyOf(children),
                            text.toString().strip());
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> add(text);
                default -> {}
            }
        }
    }

    private void add(StringBuilder text) {
        if (text.length() + reader.getTextLength() > limits.characters()) {
            throw new Unreadable("XML_TOO_LARGE", "a text may have up to " + limits.characters() + " characters");
        }
        text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    }

    private String name() {
        return HL7.equals(reader.getNamespaceURI())
                ? reader.getLocalName()
                : "{" + reader.getNamespaceURI() + "}" + reader.getLocalName();
    }

    private Map<String, String> attributes() {
        var found = new LinkedHashMap<String, String>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            var space = reader.getAttributeNamespace(i);
            var local = reader.getAttributeLocalName(i);
            var plain = space == null || space.isEmpty();
            var xsi = XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(space);
            found.put(plain ? local : xsi ? "xsi:" + local : "{" + space + "}" + local, reader.getAttributeValue(i));
        }
        return Map.copyOf(found);
    }

    private static int safe(int event) {
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw doctype();
        }
        return event;
    }

    private static Unreadable doctype() {
        return new Unreadable("XML_DOCTYPE", "a file with a document type or with entities is not read");
    }

    private static Unreadable broken(XMLStreamException broken) {
        if (broken.getNestedException() instanceof Unreadable refused) {
            return refused;
        }
        var where = broken.getLocation();
        return new Unreadable(
                "XML_BROKEN",
                "this is not well-formed XML" + (where == null ? "" : ": see line " + where.getLineNumber()));
    }
}
