package io.equipoise.imaging.adapter.dicom.stow;

import io.equipoise.contracts.SubjectId;
import io.equipoise.imaging.adapter.dicom.Deidentifier;
import io.equipoise.imaging.application.Fingerprints;
import io.equipoise.imaging.application.PixelStore;
import io.equipoise.imaging.application.ReceivingScans;
import io.equipoise.imaging.application.ReceivingScans.Result;
import io.equipoise.imaging.application.Upload;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Attributions;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * STOW-RS: one request brings the images of one scan, whole, for the person in X-Subject and the time point in X-Time-Point.
 * All of them are stored or none is. A sender that knows no Idempotency-Key is known again by what it sends.
 */
@RestController
final class StowEndpoint {
    private static final String SUBJECT = "X-Subject";
    private static final String TIME_POINT = "X-Time-Point";
    private static final Pattern TIME_POINT_FORM = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");
    private static final Pattern BOUNDARY_FORM = Pattern.compile("[A-Za-z0-9'()+_,\\-./:=? ]{1,70}");
    private static final MediaType RELATED = new MediaType("multipart", "related");
    private static final MediaType DICOM_JSON = new MediaType("application", "dicom+json");

    private final ReceivingScans receiving;
    private final PixelStore pixels;
    private final Attributions attributions;
    private final UploadLimit limit;
    private final Fingerprints keys;

    StowEndpoint(
            ReceivingScans receiving,
            PixelStore pixels,
            Attributions attributions,
            UploadLimit limit,
            Fingerprints keys) {
        this.receiving = receiving;
        this.pixels = pixels;
        this.attributions = attributions;
        this.limit = limit;
        this.keys = keys;
    }

    @PostMapping("/api/dicom-web/studies")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR})
    ResponseEntity<Object> store(HttpServletRequest request, Caller caller) throws IOException {
        var subject = SubjectId.parse(header(request, SUBJECT))
                .orElseThrow(() -> Problem.badRequest(
                        "HEADER_MALFORMED", SUBJECT + " is a subject number such as NCT07146087-01-0001", SUBJECT));
        caller.mustEnter(subject.site());
        var timePoint = header(request, TIME_POINT);
        if (!TIME_POINT_FORM.matcher(timePoint).matches()) {
            throw Problem.badRequest("HEADER_MALFORMED", TIME_POINT + " is a name such as WEEK_24", TIME_POINT);
        }
        var boundary = boundary(request);
        if (request.getContentLengthLong() > limit.bytes() + limit.allowance()) {
            throw StowBody.tooLarge(limit.bytes());
        }
        var deidentifier = new Deidentifier(subject, timePoint, keys);
        try (var body = new StowBody(pixels, deidentifier, limit.bytes())) {
            var images = body.images(request.getInputStream(), boundary);
            var upload = new Upload(subject, timePoint, Deidentifier.METHOD, images);
            return answer(receiving.receive(upload, by(request, caller, upload)), images, request);
        } catch (PixelStore.Unavailable full) {
            throw new Problem(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    Refusal.conflict(
                            "IMAGE_STORE_UNAVAILABLE", "images cannot be kept just now; send them again later"));
        }
    }

    private Attribution by(HttpServletRequest request, Caller caller, Upload upload) {
        var fingerprint = UploadFingerprint.of(upload);
        var key = request.getHeader(Attributions.KEY);
        return attributions
                .of(request, caller, key == null ? "stow-" + fingerprint : key)
                .withFingerprint(fingerprint);
    }

    private static ResponseEntity<Object> answer(Result result, List<Upload.Image> images, HttpServletRequest request) {
        return switch (result) {
            case Result.Received(var scan) ->
                ResponseEntity.ok()
                        .contentType(DICOM_JSON)
                        .header("X-Scan", scan)
                        .body(StowAnswer.stored(images));
            case Result.Refused(var reason) -> refused(reason, images, request);
        };
    }

    /** To a sender that speaks only DICOM's own JSON the reason goes in its terms, and in words as a Warning header. */
    private static ResponseEntity<Object> refused(
            Refusal reason, List<Upload.Image> images, HttpServletRequest request) {
        var accept = String.valueOf(request.getHeader("Accept")).toLowerCase(Locale.ROOT);
        if (!accept.contains(DICOM_JSON.toString()) || accept.contains("problem+json")) {
            return Answers.problem(reason);
        }
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .contentType(DICOM_JSON)
                .header("Warning", "299 imaging \"%s: %s\"".formatted(reason.code(), reason.detail()))
                .body(StowAnswer.failed(images, reason));
    }

    private static String header(HttpServletRequest request, String name) {
        var value = request.getHeader(name);
        if (value == null || value.isBlank()) {
            throw Problem.badRequest("HEADER_MISSING", "send the header " + name, name);
        }
        return value.strip();
    }

    private static String boundary(HttpServletRequest request) {
        var type = mediaType(request.getContentType() == null ? "" : request.getContentType());
        if (!type.equalsTypeAndSubtype(RELATED)
                || !"application/dicom".equalsIgnoreCase(unquoted(type.getParameter("type"), "application/dicom"))) {
            throw unsupported();
        }
        var boundary = unquoted(type.getParameter("boundary"), "");
        if (!BOUNDARY_FORM.matcher(boundary).matches()) {
            throw Problem.badRequest(
                    "MULTIPART_MALFORMED", "the content type names no usable boundary", "Content-Type");
        }
        return boundary;
    }

    private static MediaType mediaType(String text) {
        try {
            return MediaType.parseMediaType(text);
        } catch (InvalidMediaTypeException malformed) {
            throw unsupported();
        }
    }

    private static Problem unsupported() {
        return new Problem(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                Refusal.invalid(
                        "NOT_MULTIPART_RELATED",
                        "send multipart/related; type=\"application/dicom\"; boundary=...",
                        "Content-Type"));
    }

    private static String unquoted(@Nullable String value, String otherwise) {
        if (value == null) {
            return otherwise;
        }
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }
}
