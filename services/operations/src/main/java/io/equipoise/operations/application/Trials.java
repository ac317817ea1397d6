package io.equipoise.operations.application;

import java.util.List;
import java.util.Optional;

/** Every study that this room was told of. */
public interface Trials {
    List<String> studies();

    Optional<Trial> trial(String study);

    /** A version of a definition, whatever came after it. */
    Optional<Version> version(String study, int version);

    /** Everything told about a person, in the order recorded. */
    List<Story> story(String subject);
}
