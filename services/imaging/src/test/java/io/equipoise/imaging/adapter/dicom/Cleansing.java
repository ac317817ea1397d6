package io.equipoise.imaging.adapter.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.SubjectId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** De-identifies files in memory, under a key for each study. */
final class Cleansing {
    static final SubjectId ANNA = new SubjectId("NCT07146087", "01", 1);
    static final SubjectId BORIS = new SubjectId("NCT07146087", "01", 2);
    static final SubjectId ELSEWHERE = new SubjectId("NCT00000002", "01", 1);

    private Cleansing() {}

    static byte[] cleansed(byte[] file) {
        return cleansed(file, ANNA);
    }

    static byte[] cleansed(byte[] file, SubjectId subject) {
        if (of(file, subject) instanceof Deidentifier.Result.Deidentified(var _, var _, var content)) {
            var out = new ByteArrayOutputStream();
            try {
                content.to(out);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            return out.toByteArray();
        }
        throw new AssertionError("refused: " + of(file, subject));
    }

    static Deidentifier.Result of(byte[] file, SubjectId subject) {
        return new Deidentifier(subject, "WEEK_24", Cleansing::keyed).of(new InMemory(file));
    }

    static String refused(byte[] file, Fault fault) {
        if (of(file, ANNA) instanceof Deidentifier.Result.Refused(var found, var detail)) {
            assertThat(found).as(detail).isEqualTo(fault);
            return detail;
        }
        throw new AssertionError("not refused");
    }

    /** As a search through the bytes finds it, whatever the letters' size. */
    static String searchable(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }

    private static String keyed(String study, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(("key of " + study).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
