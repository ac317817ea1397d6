package io.equipoise.imaging.adapter.dicom;

/** What can be wrong with a DICOM file; the name is the code that the sender is told. */
public enum Fault {
    /** No DICM after the preamble, or no file meta information: not a Part 10 file. */
    DICOM_NOT_PART_10,
    /** The 128 bytes before DICM hide something that is neither nothing nor a TIFF header (CVE-2019-11687). */
    DICOM_PREAMBLE_REFUSED,
    /** The file ends, or the enclosing item ends, before what it announces. */
    DICOM_TRUNCATED,
    /** Deflated, big-endian, or a transfer syntax that we do not know. */
    DICOM_SYNTAX_NOT_TAKEN,
    /** A rule of the encoding is broken. */
    DICOM_MALFORMED,
    /** Deeper, or more, than a file of metadata has reason to be. */
    DICOM_TOO_LARGE,
    /** What a trial needs of every image is not in it. */
    DICOM_ATTRIBUTE_MISSING,
    /** Pixels that do not agree with the size that the image announces. */
    DICOM_PIXELS_REFUSED,
    /** No image as scanners make it: a picture of a screen, a document, a report; nobody can promise that it names no one. */
    DICOM_CLASS_NOT_TAKEN,
    /** The image says that text was burned into its pixels. */
    BURNED_IN_ANNOTATION,
    /** An overlay lies in unused bits of the pixels, which are not touched. */
    OVERLAY_IN_PIXELS
}
