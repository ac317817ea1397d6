package io.equipoise.operations.adapter.mongo;

import io.equipoise.platform.consume.Heard;

/** Scans received, checked and read; and those that did not come. */
final class ImagingFold {
    private final Shelf scans;
    private final Shelf missing;

    ImagingFold(Shelf scans, Shelf missing) {
        this.scans = scans;
        this.missing = missing;
    }

    void apply(Heard heard) {
        var data = heard.data();
        var scan = data.path("scan").asString("");
        var timePoint = data.path("timePoint").asString("");
        switch (heard.type()) {
            case "ScanReceived.v1" ->
                scans.fold(
                        scan,
                        heard,
                        document -> PersonFold.whose(document, data)
                                .append("timePoint", timePoint)
                                .append("acquiredOn", Fields.text(data, "acquiredOn")));
            case "ScanQualityChecked.v1" ->
                scans.fold(
                        scan,
                        heard,
                        document -> PersonFold.whose(document, data)
                                .append("timePoint", timePoint)
                                .append("passed", data.path("passed").asBoolean(false)));
            case "ScanRead.v1" ->
                scans.fold(
                        scan,
                        heard,
                        document -> PersonFold.whose(document, data)
                                .append("timePoint", timePoint)
                                .append("readOn", Fields.text(data, "readOn")));
            case "ScanMissing.v1" ->
                missing.fold(
                        data.path("subject").asString("") + "/" + timePoint,
                        heard,
                        document -> PersonFold.whose(document, data)
                                .append("timePoint", timePoint)
                                .append("latest", Fields.text(data, "latest")));
            default -> {
                // not of imaging
            }
        }
    }
}
