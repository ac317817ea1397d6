package io.equipoise.imaging.adapter.dicom;

import java.util.SortedMap;

/** A file as it will be written. */
record Cleaned(
        String sopClass, String sopInstance, String transferSyntax, Syntax syntax, SortedMap<Tag, Planned> data) {}
