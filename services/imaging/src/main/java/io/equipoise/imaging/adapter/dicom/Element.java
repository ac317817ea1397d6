package io.equipoise.imaging.adapter.dicom;

/**
 * One data element: its number, how it is written, and its value. The length is -1 where the file leaves it undefined.
 *
 * @param at where in the file the value begins; its bytes go up to the end, a delimiter included
 */
public record Element(Tag tag, Vr vr, long length, Value value, long at, long end) {}
