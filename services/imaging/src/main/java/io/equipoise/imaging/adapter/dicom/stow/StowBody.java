package io.equipoise.imaging.adapter.dicom.stow;

import io.equipoise.imaging.adapter.dicom.Deidentifier;
import io.equipoise.imaging.adapter.dicom.Deidentifier.Result;
import io.equipoise.imaging.adapter.dicom.Fault;
import io.equipoise.imaging.adapter.dicom.stow.MultipartRelated.BrokenBody;
import io.equipoise.imaging.adapter.dicom.stow.MultipartRelated.Part;
import io.equipoise.imaging.application.PixelStore;
import io.equipoise.imaging.application.PixelStore.Incoming;
import io.equipoise.imaging.application.PixelStore.TooLarge;
import io.equipoise.imaging.application.Upload;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.web.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** The files of one request, taken in one after the other without who they are of; whatever happens, {@link #close} forgets what was not kept. */
final class StowBody implements AutoCloseable {
    private static final String DICOM = "application/dicom";
    private static final int MOST_PARTS = 4_000;

    private final PixelStore pixels;
    private final Deidentifier deidentifier;
    private final long limit;
    private final List<Incoming> incoming = new ArrayList<>();
    private long left;

    StowBody(PixelStore pixels, Deidentifier deidentifier, long limit) {
        this.pixels = pixels;
        this.deidentifier = deidentifier;
        this.limit = limit;
        this.left = limit;
    }

    /** @throws Problem naming the part that is wrong, and the tag or the byte in it */
    List<Upload.Image> images(InputStream body, String boundary) throws IOException {
        var images = new ArrayList<Upload.Image>();
        try {
            var parts = new MultipartRelated(body, boundary);
            for (var part = parts.next(); part.isPresent(); part = parts.next()) {
                images.add(image(parts, part.get()));
            }
        } catch (BrokenBody broken) {
            throw Problem.badRequest("MULTIPART_MALFORMED", broken.detail(), "/parts");
        } catch (TooLarge tooLarge) {
            throw tooLarge(limit);
        }
        if (images.isEmpty()) {
            throw Problem.badRequest("MULTIPART_MALFORMED", "the body has no part", "/parts");
        }
        return images;
    }

    static Problem tooLarge(long limit) {
        return new Problem(
                HttpStatus.CONTENT_TOO_LARGE,
                Refusal.invalid("BODY_TOO_LARGE", "the images are larger than " + limit + " bytes together"));
    }

    private Upload.Image image(MultipartRelated parts, Part part) throws IOException, TooLarge, BrokenBody {
        if (part.number() > MOST_PARTS) {
            throw new Problem(
                    HttpStatus.CONTENT_TOO_LARGE,
                    Refusal.invalid("TOO_MANY_PARTS", "at most " + MOST_PARTS + " images in one request"));
        }
        var type = part.headers().getOrDefault("content-type", DICOM).toLowerCase(Locale.ROOT);
        if (!type.split(";", 2)[0].strip().equals(DICOM)) {
            throw new Problem(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    Refusal.invalid(
                            "PART_NOT_DICOM", "part %d is not %s".formatted(part.number(), DICOM), pointer(part)));
        }
        try (var original = pixels.hold(part.content(), left)) {
            left -= original.bytes();
            parts.requireWhole(part);
            return switch (deidentifier.of(original.content())) {
                case Result.Deidentified(var header, var as, var content) -> {
                    var file = pixels.takeIn(content);
                    incoming.add(file);
                    yield new Upload.Image(header, as, file, deidentifier.fingerprint(original.sha256()));
                }
                case Result.Refused(var fault, var detail) -> throw refused(part, fault, detail);
            };
        }
    }

    private static Problem refused(Part part, Fault fault, String detail) {
        return new Problem(
                Refusal.invalid(fault.name(), "part %d: %s".formatted(part.number(), detail), pointer(part)));
    }

    private static String pointer(Part part) {
        return "/parts/" + part.number();
    }

    @Override
    public void close() {
        pixels.discard(incoming);
    }
}
