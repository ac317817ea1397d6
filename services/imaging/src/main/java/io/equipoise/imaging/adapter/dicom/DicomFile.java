package io.equipoise.imaging.adapter.dicom;

/** A file as read: its header of group 2, its data set, and the transfer syntax in which it is written. */
public record DicomFile(DataSet header, DataSet data, String transferSyntax) {}
