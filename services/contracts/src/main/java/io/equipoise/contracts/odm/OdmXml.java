package io.equipoise.contracts.odm;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes elements of ODM; characters that XML has no place for become a question mark. */
public final class OdmXml {
    /** Which ODM: its number, its namespace, and how it says that a text is plain. */
    public enum Edition {
        ODM_1_3_2("1.3.2", "http://www.cdisc.org/ns/odm/v1.3", null),
        ODM_2_0("2.0", "http://www.cdisc.org/ns/odm/v2.0", "text/plain");

        private final String number;
        private final String namespace;
        private final @Nullable String plain;

        Edition(String number, String namespace, @Nullable String plain) {
            this.number = number;
            this.namespace = namespace;
            this.plain = plain;
        }

        public String number() {
            return number;
        }
    }

    private final Edition edition;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter writer;

    public OdmXml(Edition edition) {
        this.edition = edition;
        try {
            writer = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            writer.setDefaultNamespace(edition.namespace);
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("writing to memory", broken);
        }
    }

    /** An element with attributes by name and value; a value that is null is left out. */
    public OdmXml element(String name, @Nullable String[] attributes, Runnable content) {
        try {
            writer.writeStartElement(edition.namespace, name);
            if (name.equals("ODM")) {
                writer.writeDefaultNamespace(edition.namespace);
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

    public void element(String name, @Nullable String... attributes) {
        element(name, attributes, () -> {});
    }

    public static @Nullable String[] with(@Nullable String... attributes) {
        return attributes;
    }

    /** What an element is, in words. */
    public void description(String words) {
        element(
                "Description",
                with(),
                () -> element("TranslatedText", with("xml:lang", "en", "Type", edition.plain), () -> text(words)));
    }

    /** An element that holds a text only. */
    public void said(String name, String words) {
        element(name, with(), () -> text(words));
    }

    public void text(String words) {
        try {
            writer.writeCharacters(allowed(words));
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("writing to memory", broken);
        }
    }

    public byte[] done() {
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
