package io.equipoise.imaging.adapter.dicom;

/** One data element: its number, how it is written, and its value. The length is -1 where the file leaves it undefined. */
public record Element(Tag tag, Vr vr, long length, Value value) {}
