package io.equipoise.imaging.adapter.dicom;

/** What came of reading a file. */
public sealed interface Reading {

    record Read(DicomFile file) implements Reading {}

    /** The detail names the tag or the byte. */
    record Refused(Fault fault, String detail) implements Reading {}
}
