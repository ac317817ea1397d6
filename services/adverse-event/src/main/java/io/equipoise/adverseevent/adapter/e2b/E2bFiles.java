package io.equipoise.adverseevent.adapter.e2b;

import io.equipoise.adverseevent.application.E2bFormat;
import io.equipoise.adverseevent.application.Unreadable;
import io.equipoise.adverseevent.domain.icsr.Batch;
import io.equipoise.adverseevent.domain.icsr.Icsr;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads and writes the files of E2B(R3): a batch of case safety reports, and what a receiver answers to it. */
public final class E2bFiles implements E2bFormat {
    private static final String BATCH = "MCCI_IN200100UV01";
    private static final String MESSAGE = "PORR_IN049016UV";
    private static final String ANSWER = "MCCI_IN200101UV01";

    private final Part message = Outline.of("message.outline");
    private final Part batch = Outline.of("batch.outline");
    private final Part acknowledgement = Outline.of("acknowledgement.outline");
    private final Limits limits;

    public E2bFiles() {
        this(Limits.USUAL);
    }

    E2bFiles(Limits limits) {
        this.limits = limits;
    }

    @Override
    public Received read(InputStream in) {
        var xml = new XmlIn(in, limits);
        mustBe(xml.root(), BATCH);
        var around = new ArrayList<Node>();
        var reports = new ArrayList<Icsr>();
        var unread = new ArrayList<String>();
        var attributes = xml.rootAttributes();
        for (var next = xml.next(); next.isPresent(); next = xml.next()) {
            if (next.get().name().equals(MESSAGE)) {
                var read = Weave.in(OutlineReader.read(message, next.get()));
                reports.add(read.report());
                unread.addAll(read.unread());
            } else {
                around.add(next.get());
            }
            if (reports.size() > limits.messages() || around.size() > limits.messages()) {
                throw new Unreadable("XML_TOO_LARGE", "a batch may have up to " + limits.messages() + " messages");
            }
        }
        var header = OutlineReader.read(batch, new Node(BATCH, attributes, around, ""));
        unread.addAll(header.unread());
        return new Received(new Batch(header.report(), reports), List.copyOf(unread));
    }

    @Override
    public Icsr acknowledgement(InputStream in) {
        var xml = new XmlIn(in, limits);
        mustBe(xml.root(), ANSWER);
        var children = new ArrayList<Node>();
        var attributes = xml.rootAttributes();
        for (var next = xml.next(); next.isPresent(); next = xml.next()) {
            children.add(next.get());
            if (children.size() > limits.messages()) {
                throw new Unreadable("XML_TOO_LARGE", "an answer may have up to " + limits.messages() + " messages");
            }
        }
        return OutlineReader.read(acknowledgement, new Node(ANSWER, attributes, children, ""))
                .report();
    }

    @Override
    public byte[] write(Batch sent) {
        var out = new ByteArrayOutputStream();
        var header = OutlineWriter.write(batch, sent.header());
        Map<String, String> attributes = new LinkedHashMap<>(header.attributes());
        attributes.put("xsi:schemaLocation", XmlIn.HL7 + " " + BATCH + ".xsd");
        try (var xml = new XmlOut(out)) {
            xml.open(BATCH, attributes);
            for (var node : header.children()) {
                xml.write(node);
                if (node.name().equals("name")) {
                    sent.reports().forEach(report -> xml.write(OutlineWriter.write(message, Weave.out(report))));
                }
            }
        }
        return out.toByteArray();
    }

    private static void mustBe(String root, String wanted) {
        if (!root.equals(wanted)) {
            throw new Unreadable("NOT_E2B", "the outermost element is to be " + wanted + " of " + XmlIn.HL7);
        }
    }
}
