package io.equipoise.contracts.odm;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** An ODM file that was written: 2.0 against CDISC's own schema, 1.3.2 against ours of the part that we write. Offline. */
public record OdmFile(byte[] bytes) {
    private static final Schema ODM_2_0 = schema("/odm-v2/ODM.xsd");
    private static final Schema ODM_1_3_2 = schema("/odm-1.3.2/written-here.xsd");

    private static Schema schema(String name) {
        try {
            var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file,jar:file");
            return factory.newSchema(Objects.requireNonNull(OdmFile.class.getResource(name)));
        } catch (SAXException broken) {
            throw new IllegalStateException("the schema of ODM", broken);
        }
    }

    /** @throws SAXException where the schema forbids it */
    public void mustBeValid() throws SAXException, IOException {
        ODM_2_0.newValidator().validate(new StreamSource(new ByteArrayInputStream(bytes)));
    }

    /** @throws SAXException where our schema of ODM 1.3.2 forbids it */
    public void mustBeValid132() throws SAXException, IOException {
        ODM_1_3_2.newValidator().validate(new StreamSource(new ByteArrayInputStream(bytes)));
    }

    public Asked parsed() throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setNamespaceAware(true);
        return new Asked(factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes)));
    }

    /** Answers XPath questions. */
    public record Asked(Document file) {
        public String of(String path) throws Exception {
            return XPathFactory.newInstance().newXPath().evaluate(path, file);
        }
    }
}
