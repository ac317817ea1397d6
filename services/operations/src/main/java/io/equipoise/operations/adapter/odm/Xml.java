package io.equipoise.operations.adapter.odm;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes elements of ODM 2.0; characters that XML has no place for become a question mark. */
final class Xml {
    static final String ODM = "http://www.cdisc.org/ns/odm/v2.0";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter writer;

    Xml() {
        try {
            writer = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            writer.setDefaultNamespace(ODM);
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("writing to memory", broken);
        }
    }

    /** An element with attributes by name and value; a value that is null is left out. */
    Xml element(String name, @Nullable String[] attributes, Runnable content) {
        try {
            writer.writeStartElement(ODM, name);
            if (name.equals("ODM")) {
                writer.writeDefaultNamespace(ODM);
            }
            for (int n = 0; n < attributes.length; n += 2) {
                if (attributes[n + 1] != null) {
                    writer.writeAttribute(String.valueOf(attributes[n]), allowed(String.valueOf(attributes[n + 1])));
                }
            }
            content.run();
            writer.writeEndElement();
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("writing to memory", broken);
        }
        return this;
    }

    void element(String name, @Nullable String... attributes) {
        element(name, attributes, () -> {});
    }

    static @Nullable String[] with(@Nullable String... attributes) {
        return attributes;
    }

    /** An element that holds a text only. */
    void said(String name, String words) {
        element(name, with(), () -> text(words));
    }

    void text(String words) {
        try {
            writer.writeCharacters(allowed(words));
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("writing to memory", broken);
        }
    }

    byte[] done() {
        try {
            writer.writeEndDocument();
            writer.close();
            return bytes.toByteArray();
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("writing to memory", broken);
        }
    }

    private static String allowed(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().forEach(each -> clean.appendCodePoint(isAllowed(each) ? each : '?'));
        return clean.toString();
    }

    private static boolean isAllowed(int each) {
        return each == '\t'
                || each == '\n'
                || each == '\r'
                || (each >= 0x20 && each <= 0xD7FF)
                || (each >= 0xE000 && each <= 0xFFFD)
                || each >= 0x10000;
    }
}
