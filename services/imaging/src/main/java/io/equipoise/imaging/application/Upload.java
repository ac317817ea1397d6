package io.equipoise.imaging.application;

import io.equipoise.contracts.SubjectId;
import io.equipoise.imaging.application.PixelStore.Incoming;
import io.equipoise.imaging.domain.Contrast;
import io.equipoise.imaging.domain.Deidentification;
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
public record Upload(SubjectId subject, String timePoint, Method method, List<Image> images) {
    private static final int MOST_WORDS = 256;
    private static final Set<String> NO_IMAGES = Set.of("SR", "PR", "KO");

    /**
     * One file.
     *
     * @param header as it was sent
     * @param as what it is called now
     * @param file without who it is of
     * @param original a fingerprint of the bytes that were sent, made with the study's key
     */
    public record Image(ImageHeader header, Pseudonymous as, Incoming file, String original) {}

    /**
     * An image's new names.
     *
     * @param identity keyed hashes of the words by which its header named the person
     */
    public record Pseudonymous(String studyInstanceUid, String sopInstanceUid, Set<String> identity) {
        public Pseudonymous {
            identity = Set.copyOf(identity);
        }
    }

    /** By what rules the images were de-identified, with the codes of PS3.16 context group 7050. */
    public record Method(String name, List<String> codes) {
        public Method {
            codes = List.copyOf(codes);
        }
    }

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
        if (deidentification().identity().size() > MOST_WORDS) {
            return Optional.of(Refusal.conflict(
                    "TOO_MANY_NAMES",
                    "the headers of these files name the person in more than %d words; one scan is of one person"
                            .formatted(MOST_WORDS),
                    "(0010,0010)"));
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
                images.getFirst().as().studyInstanceUid(),
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

    /** The study's identifier as the scanner gave it: kept nowhere, asked after once. */
    String studyAsSent() {
        return images.getFirst().header().studyInstanceUid();
    }

    /** How who it is of was taken from the images, and what they were before. */
    Deidentification deidentification() {
        return new Deidentification(
                method.name(),
                method.codes(),
                images.stream().map(Image::original).sorted().toList(),
                images.stream()
                        .flatMap(image -> image.as().identity().stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static Instance instance(Image image) {
        return new Instance(
                image.header().sopClassUid(),
                image.as().sopInstanceUid(),
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
