package io.equipoise.local.demo;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashSet;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** An E2B(R3) file as a stranger's XML parser reads it: every number, every text, and the number of the batch. */
record E2bReading(Set<String> said, String batch) {
    private static final String BATCH = "2.16.840.1.113883.3.989.2.1.3.22";

    E2bReading {
        said = Set.copyOf(said);
    }

    /** What is no XML says nothing. */
    static E2bReading of(String xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var all = factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getElementsByTagName("*");
            var said = new HashSet<String>();
            var batch = "";
            for (int i = 0; i < all.getLength(); i++) {
                var element = (Element) all.item(i);
                said.add(element.getAttribute("extension"));
                said.add(element.getTextContent().strip());
                batch = element.getAttribute("root").equals(BATCH) ? element.getAttribute("extension") : batch;
            }
            return new E2bReading(said, batch);
        } catch (ParserConfigurationException | SAXException | IOException unreadable) {
            return new E2bReading(Set.of(), "");
        }
    }

    boolean says(String text) {
        return said.contains(text);
    }
}
