package io.equipoise.imaging.adapter.dicom;

import io.equipoise.imaging.application.ImageHeader;
import io.equipoise.imaging.domain.Contrast;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes from a file's header what the trial needs, and of the person nothing. */
final class ImageHeaders {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern MODALITY = Pattern.compile("[A-Z]{2,4}");
    private static final int DAY_LENGTH = 8;
    private static final List<Tag> DAYS =
            List.of(Tag.ACQUISITION_DATE, Tag.ACQUISITION_DATE_TIME, Tag.SERIES_DATE, Tag.STUDY_DATE);
    private static final Set<String> NO_AGENT = Set.of("NONE", "NO");

    private ImageHeaders() {}

    static ImageHeader header(DicomFile file) throws Malformed {
        var data = file.data();
        var instance = need(data, Tag.SOP_INSTANCE, "the SOP instance UID");
        if (!file.header().text(Tag.FILE_SOP_INSTANCE).equals(Optional.of(instance))) {
            throw new Malformed(
                    Fault.DICOM_MALFORMED,
                    "%s: the header of the file names another SOP instance than %s does"
                            .formatted(Tag.FILE_SOP_INSTANCE, Tag.SOP_INSTANCE));
        }
        need(data, Tag.SERIES_INSTANCE, "the series instance UID");
        return new ImageHeader(
                need(data, Tag.SOP_CLASS, "the SOP class UID"),
                instance,
                need(data, Tag.STUDY_INSTANCE, "the study instance UID"),
                modality(data),
                data.text(Tag.BODY_PART).orElse(null),
                contrast(data),
                acquiredOn(data));
    }

    private static String modality(DataSet data) throws Malformed {
        var modality = need(data, Tag.MODALITY, "the modality");
        if (!MODALITY.matcher(modality).matches()) {
            throw new Malformed(Fault.DICOM_MALFORMED, Tag.MODALITY + ": the modality is not two to four letters");
        }
        return modality;
    }

    private static String need(DataSet data, Tag tag, String what) throws Malformed {
        return data.text(tag).orElseThrow(() -> Part10.missing(tag, what));
    }

    /** The attribute is of type 2: empty says nothing, so only a word in it does (PS3.3 C.7.6.4). */
    private static Contrast contrast(DataSet data) {
        var agent = data.text(Tag.CONTRAST_AGENT).map(text -> text.toUpperCase(Locale.ROOT));
        if (agent.isEmpty()) {
            return Contrast.UNKNOWN;
        }
        return NO_AGENT.contains(agent.get()) ? Contrast.NOT_GIVEN : Contrast.GIVEN;
    }

    private static LocalDate acquiredOn(DataSet data) throws Malformed {
        for (var tag : DAYS) {
            var text = data.text(tag);
            if (text.isPresent()) {
                return day(tag, text.get());
            }
        }
        throw Part10.missing(Tag.ACQUISITION_DATE, "the day of acquisition, and of the series, and of the study,");
    }

    private static LocalDate day(Tag tag, String text) throws Malformed {
        try {
            return LocalDate.parse(text.substring(0, Math.min(DAY_LENGTH, text.length())), DAY);
        } catch (DateTimeParseException none) {
            throw new Malformed(Fault.DICOM_MALFORMED, tag + ": there is no such day");
        }
    }
}
