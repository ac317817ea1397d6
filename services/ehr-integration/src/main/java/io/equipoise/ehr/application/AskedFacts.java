package io.equipoise.ehr.application;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The facts that each study asks for, as study-design told them. */
public interface AskedFacts {

    /** The facts by their names; empty where no definition of the study was heard yet. */
    Optional<Map<String, Asked>> of(String study);

    /** The kind of value that a fact takes, and the codes it may be. */
    record Asked(String type, List<String> codes) {
        public Asked {
            codes = List.copyOf(codes);
        }
    }
}
