package io.equipoise.adverseevent.adapter.e2b;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes messages as UTF-8, one element a line, attributes in the order of their names: the same report, the same bytes. */
final class XmlOut implements AutoCloseable {
    private final XMLStreamWriter writer;
    private int depth;

    XmlOut(OutputStream out) {
        try {
            writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            writer.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void open(String root, Map<String, String> attributes) {
        try {
            line();
            writer.writeStartElement(root);
            writer.writeDefaultNamespace(XmlIn.HL7);
            writer.writeNamespace("xsi", XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI);
            attributes(attributes);
            depth++;
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void write(Node node) {
        try {
            element(node);
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void element(Node node) throws XMLStreamException {
        line();
        if (node.children().isEmpty() && node.text().isEmpty()) {
            writer.writeEmptyElement(node.name());
            attributes(node.attributes());
            return;
        }
        writer.writeStartElement(node.name());
        attributes(node.attributes());
        if (!node.text().isEmpty()) {
            writer.writeCharacters(node.text());
        }
        depth++;
        for (var child : node.children()) {
            element(child);
        }
        depth--;
        if (!node.children().isEmpty()) {
            line();
        }
        writer.writeEndElement();
    }

    private void attributes(Map<String, String> attributes) throws XMLStreamException {
        for (var attribute : new TreeMap<>(attributes).entrySet()) {
            if (attribute.getKey().startsWith("xsi:")) {
                writer.writeAttribute(
                        "xsi",
                        XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI,
                        attribute.getKey().substring(4),
                        attribute.getValue());
            } else {
                writer.writeAttribute(attribute.getKey(), attribute.getValue());
            }
        }
    }

    private void line() throws XMLStreamException {
        writer.writeCharacters("\n" + " ".repeat(depth));
    }

    @Override
    public void close() {
        try {
            depth--;
            line();
            writer.writeEndElement();
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
