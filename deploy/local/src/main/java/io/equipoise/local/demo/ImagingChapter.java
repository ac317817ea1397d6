package io.equipoise.local.demo;

import io.equipoise.local.client.Answer;
import io.equipoise.local.client.Doors;
import io.equipoise.local.client.Doors.Command;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/** The scanner uploads, somebody checks, a blinded reader counts; one scan never comes. */
record ImagingChapter(Trial trial) {
    static final int FORGOTTEN = 14;
    private static final String BOUNDARY = "equipoise-demonstration";

    /** Before day 0, as soon as somebody is enrolled. */
    void baseline(int person, String subject) {
        trial.report()
                .accepted(
                        "MRI uploaded (STOW-RS)",
                        upload(subject, "BASELINE", trial.day0(person).minusDays(5)));
    }

    void run() {
        Trial.say("6  Imaging: week 24 and week 48, checked and read");
        for (int person = 1; person <= Trial.PEOPLE; person++) {
            if (person == DosingChapter.LEAVING) {
                continue;
            }
            var day0 = trial.day0(person);
            if (person != FORGOTTEN) {
                trial.report()
                        .accepted(
                                "MRI uploaded (STOW-RS)", upload(trial.subject(person), "WEEK_24", day0.plusDays(168)));
            }
            trial.report()
                    .accepted("MRI uploaded (STOW-RS)", upload(trial.subject(person), "WEEK_48", day0.plusDays(336)));
        }
        refusals();
        check();
        read();
        missing();
    }

    private void refusals() {
        var gone = trial.subject(DosingChapter.LEAVING);
        var late = trial.day0(DosingChapter.LEAVING).plusDays(336);
        trial.report().refused("MRI after consent was withdrawn", upload(gone, "WEEK_48", late), "IMAGING_STOPPED");
        var image = Dicom.image(trial.day0(1), "truncated");
        var half = java.util.Arrays.copyOf(image, image.length - 7);
        trial.report().refused("a truncated DICOM file", send(trial.subject(1), "WEEK_24", half), "DICOM_TRUNCATED");
    }

    private void check() {
        for (int person = 1; person <= Trial.PEOPLE; person++) {
            var scans = trial.doors().get("mon-01", "/api/subjects/" + trial.subject(person) + "/scans");
            for (var scan : scans.body().path("scans")) {
                var body = Map.of(
                        "passed",
                        true,
                        "findings",
                        java.util.List.of(),
                        "on",
                        trial.today().toString());
                trial.report()
                        .accepted(
                                "image quality checked",
                                trial.post(
                                        "mon-01",
                                        "/api/scans/" + scan.path("scan").asString("") + "/quality-checks",
                                        body));
            }
        }
    }

    private void read() {
        var done = new HashSet<String>();
        for (int look = 0; look < 100; look++) {
            var waiting =
                    trial.doors().get("rea-01", "/api/scans/worklist").body().path("scans");
            for (var item : waiting) {
                var scan = item.path("scan").asString("");
                if (done.add(scan)) {
                    readOne(scan, done.size());
                }
            }
            if (done.size() >= expected()) {
                break;
            }
            Doors.pause(100);
        }
        trial.report().holds("every scan read", done.size() == expected(), done.size() + " of " + expected());
    }

    private static int expected() {
        return Trial.PEOPLE * 3 - 1 - 2;
    }

    private void readOne(String scan, int number) {
        var body = new HashMap<String, Object>();
        body.put("readOn", trial.today().toString());
        body.put("evaluable", true);
        body.put("contrast", "GIVEN");
        body.put("gadoliniumEnhancing", number % 3);
        body.put("newT2", number % 2);
        body.put("enlargingT2", 0);
        body.put("totalT2", 12 + number % 9);
        if (number == 1) {
            var without = new HashMap<String, Object>(body);
            without.put("contrast", "NOT_GIVEN");
            trial.report()
                    .refused(
                            "enhancing lesions counted without contrast",
                            trial.post("rea-01", "/api/scans/" + scan + "/reads", without),
                            "CONTRAST_NOT_GIVEN");
        }
        trial.report().accepted("blinded read signed", trial.post("rea-01", "/api/scans/" + scan + "/reads", body));
    }

    private void missing() {
        var path = "/api/studies/" + trial.study() + "/missing-scans";
        var named = trial.soon(() -> {
            var list = trial.doors().get("mon-01", path).body().path("missing");
            return list.size() == 1 && list.toString().contains(trial.subject(FORGOTTEN));
        });
        trial.report()
                .holds(
                        "the one missing scan is named",
                        named,
                        trial.doors().get("mon-01", path).text());
    }

    private Answer upload(String subject, String timePoint, LocalDate on) {
        return send(subject, timePoint, Dicom.image(on, subject + timePoint));
    }

    private Answer send(String subject, String timePoint, byte[] file) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Type: application/dicom\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return trial.doors()
                .postWhen(
                        new Command(
                                "coo-01",
                                "/api/dicom-web/studies",
                                "multipart/related; type=\"application/dicom\"; boundary=" + BOUNDARY,
                                body.toByteArray(),
                                Map.of("X-Subject", subject, "X-Time-Point", timePoint)),
                        "SUBJECT_UNKNOWN");
    }
}
