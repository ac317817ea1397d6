package io.equipoise.imaging.adapter.dicom.stow;

import io.equipoise.imaging.adapter.dicom.DataSet;
import io.equipoise.imaging.adapter.dicom.DicomJson;
import io.equipoise.imaging.adapter.dicom.Element;
import io.equipoise.imaging.adapter.dicom.Elements;
import io.equipoise.imaging.adapter.dicom.Tag;
import io.equipoise.imaging.adapter.dicom.Vr;
import io.equipoise.imaging.application.Upload;
import io.equipoise.platform.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The store instances response of PS3.18 (section 10.5.3 and annex I): which instances were stored, or why none was. */
final class StowAnswer {
    private static final int DUPLICATE = 0x0111;
    private static final int NOT_AUTHORIZED = 0x0124;
    private static final int PROCESSING_FAILURE = 0x0110;

    private StowAnswer() {}

    static Map<String, Object> stored(List<Upload.Image> images) {
        return answer(
                Tag.REFERENCED_SOP_SEQUENCE,
                images.stream()
                        .map(image -> reference(image, Elements.text(Tag.RETRIEVE_URL, Vr.UR, "")))
                        .toList());
    }

    static Map<String, Object> failed(List<Upload.Image> images, Refusal refusal) {
        var reason = Elements.number(Tag.FAILURE_REASON, Vr.US, reason(refusal));
        return answer(
                Tag.FAILED_SOP_SEQUENCE,
                images.stream().map(image -> reference(image, reason)).toList());
    }

    /** The retrieve URL stays empty: images are not given out yet. */
    private static Map<String, Object> answer(Tag sequence, List<DataSet> items) {
        return DicomJson.of(
                DataSet.of(List.of(Elements.text(Tag.RETRIEVE_URL, Vr.UR, ""), Elements.items(sequence, items))));
    }

    private static DataSet reference(Upload.Image image, Element last) {
        var elements = new ArrayList<Element>();
        elements.add(
                Elements.text(Tag.REFERENCED_SOP_CLASS, Vr.UI, image.header().sopClassUid()));
        elements.add(
                Elements.text(Tag.REFERENCED_SOP_INSTANCE, Vr.UI, image.header().sopInstanceUid()));
        elements.add(last);
        return DataSet.of(elements);
    }

    private static int reason(Refusal refusal) {
        return switch (refusal.code()) {
            case "SCAN_DIFFERS", "SCAN_OF_ANOTHER", "INSTANCE_TWICE" -> DUPLICATE;
            case "IMAGING_STOPPED" -> NOT_AUTHORIZED;
            default -> PROCESSING_FAILURE;
        };
    }
}
