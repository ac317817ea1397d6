package io.equipoise.imaging.application;

import io.equipoise.contracts.SubjectId;
import io.equipoise.imaging.application.PixelStore.Incoming;
import io.equipoise.imaging.domain.Contrast;
import io.equipoise.imaging.domain.ImageStudy;
import io.equipoise.imaging.domain.ImageStudy.Instance;
import io.equipoise.platform.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Files that came in one request, with what their headers say, for a person and a time point. */
public record Upload(SubjectId subject, String timePoint, List<Image> images) {
    private static final Set<String> NO_IMAGES = Set.of("SR", "PR", "KO");

    /** One file. */
    public record Image(ImageHeader header, Incoming file) {}

    public Upload {
        images = List.copyOf(images);
    }

    /** Why these files are not one scan. */
    Optional<Refusal> contradiction() {
        if (distinct(ImageHeader::studyInstanceUid) > 1) {
            return Optional.of(Refusal.conflict(
                    "SEVERAL_STUDIES", "one request brings one study; these files are of several", "(0020,000d)"));
        }
        if (distinct(ImageHeader::sopInstanceUid) < images.size()) {
            return Optional.of(Refusal.conflict(
                    "INSTANCE_TWICE", "two files of this request have one SOP instance UID", "(0008,0018)"));
        }
        return modalities().size() > 1
                ? Optional.of(Refusal.conflict(
                        "SEVERAL_MODALITIES",
                        "a scan is of one modality; these files are of " + String.join(", ", modalities()),
                        "(0008,0060)"))
                : Optional.empty();
    }

    /** What is kept of the headers: the first day, the one modality, contrast where any image says so. */
    ImageStudy study() {
        var first = images.getFirst().header();
        return new ImageStudy(
                first.studyInstanceUid(),
                images.stream()
                        .map(image -> image.header().acquiredOn())
                        .min(Comparator.naturalOrder())
                        .orElse(first.acquiredOn()),
                modalities().getFirst(),
                images.stream()
                        .flatMap(image -> Optional.ofNullable(image.header().bodyPart()).stream())
                        .findFirst()
                        .orElse(null),
                contrast(),
                images.stream().map(Upload::instance).toList());
    }

    private static Instance instance(Image image) {
        return new Instance(
                image.header().sopClassUid(),
                image.header().sopInstanceUid(),
                image.file().sha256(),
                image.file().bytes());
    }

    private Contrast contrast() {
        var said = images.stream().map(image -> image.header().contrast()).collect(Collectors.toSet());
        if (said.contains(Contrast.GIVEN)) {
            return Contrast.GIVEN;
        }
        return said.contains(Contrast.NOT_GIVEN) ? Contrast.NOT_GIVEN : Contrast.UNKNOWN;
    }

    private List<String> modalities() {
        var all = images.stream()
                .map(image -> image.header().modality())
                .distinct()
                .sorted()
                .toList();
        var seen =
                all.stream().filter(modality -> !NO_IMAGES.contains(modality)).toList();
        return seen.isEmpty() ? all : seen;
    }

    private long distinct(Function<ImageHeader, String> field) {
        return images.stream()
                .map(image -> field.apply(image.header()))
                .distinct()
                .count();
    }
}
