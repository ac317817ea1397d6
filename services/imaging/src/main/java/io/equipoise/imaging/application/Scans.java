package io.equipoise.imaging.application;

import io.equipoise.contracts.SubjectId;
import java.util.List;

/** The scans that came, as the own journal tells them. */
public interface Scans {

    List<ScanView> of(SubjectId subject);

    List<ScanView> in(String study);

    /** Passed their quality check and not read. */
    List<ScanView> waiting();
}
