package io.equipoise.imaging.adapter.dicom.stow;

import io.equipoise.imaging.application.Upload;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** What makes two uploads the same: for whom, for when, and the same bytes as sent, in whichever order. */
final class UploadFingerprint {
    private UploadFingerprint() {}

    static String of(Upload upload) {
        var images =
                upload.images().stream().map(image -> image.original()).sorted().collect(Collectors.joining("\n"));
        var whole = upload.subject() + "\n" + upload.timePoint() + "\n" + images;
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(whole.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
