package io.equipoise.randomization.application;

import java.util.List;

/** The names of the studies that we were told of. */
public interface KnownStudies {
    List<String> names();
}
