package io.equipoise.imaging.adapter.dicom;

import io.equipoise.contracts.SubjectId;
import io.equipoise.imaging.application.Fingerprints;
import io.equipoise.imaging.application.ImageHeader;
import io.equipoise.imaging.application.PixelStore.Writing;
import io.equipoise.imaging.application.Upload;
import io.equipoise.imaging.application.Upload.Pseudonymous;
import io.equipoise.imaging.application.Words;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Takes from an image who it is of, before it is kept: the Basic Application Level Confidentiality Profile with dates moved
 * (PS3.15 annex E). The same file for the same person and time point always becomes the same file.
 */
public final class Deidentifier {
    public static final Upload.Method METHOD = new Upload.Method(TrialStamp.METHOD, TrialStamp.CODES);

    private final SubjectId subject;
    private final String timePoint;
    private final Fingerprints keys;
    private final Pseudonyms names;

    public Deidentifier(SubjectId subject, String timePoint, Fingerprints keys) {
        this.subject = subject;
        this.timePoint = timePoint;
        this.keys = keys;
        this.names = new Pseudonyms(text -> keys.keyed(subject.study(), text), subject.toString());
    }

    /** What came of it. */
    public sealed interface Result {

        /**
         * @param header as the original has it
         * @param as what it is called from now on
         * @param content writes the file without who it is of; only while the original is open
         */
        record Deidentified(ImageHeader header, Pseudonymous as, Writing content) implements Result {}

        /** The detail names the tag or the byte. */
        record Refused(Fault fault, String detail) implements Result {}
    }

    /** What the bytes as they were sent are known again by. */
    public String fingerprint(String sha256) {
        return keys.keyed(subject.study(), "dicom-file:" + sha256);
    }

    public Result of(SeekableByteChannel original) {
        return switch (Part10.read(original)) {
            case Reading.Read(var file) -> of(file, original);
            case Reading.Refused(var fault, var detail) -> new Result.Refused(fault, detail);
        };
    }

    private Result of(DicomFile file, SeekableByteChannel original) {
        try {
            var header = ImageHeaders.header(file);
            Showing.require(file.data());
            var identity = Identity.of(file.data());
            var syntax = Syntax.of(file.transferSyntax());
            var data = new Cleaning(names, identity, syntax).of(file.data());
            data.putAll(TrialStamp.of(subject, timePoint));
            data.putAll(named(header, file.data()));
            var as = new Pseudonymous(
                    names.uid(header.studyInstanceUid()),
                    names.uid(header.sopInstanceUid()),
                    identity.patient().stream()
                            .map(word -> keys.keyed(subject.study(), Words.KEYED_AS + word))
                            .collect(Collectors.toSet()));
            var cleaned = new Cleaned(header.sopClassUid(), as.sopInstanceUid(), file.transferSyntax(), syntax, data);
            return new Result.Deidentified(header, as, out -> DicomWriter.write(cleaned, original, out));
        } catch (Malformed malformed) {
            return new Result.Refused(malformed.fault(), malformed.detail());
        }
    }

    /** What every image must have, in the right form, whatever form the original had it in. */
    private Map<Tag, Planned> named(ImageHeader header, DataSet original) {
        return Map.of(
                Tag.SOP_CLASS, Dummies.text(Vr.UI, List.of(header.sopClassUid())),
                Tag.SOP_INSTANCE, uid(header.sopInstanceUid()),
                Tag.STUDY_INSTANCE, uid(header.studyInstanceUid()),
                Tag.SERIES_INSTANCE, uid(original.text(Tag.SERIES_INSTANCE).orElse("")),
                Tag.STUDY_ID, Dummies.text(Vr.SH, List.of(names.label(header.studyInstanceUid()))),
                Tag.MODALITY, Dummies.text(Vr.CS, List.of(header.modality())));
    }

    private Planned uid(String original) {
        return Dummies.text(Vr.UI, List.of(names.uid(original)));
    }
}
