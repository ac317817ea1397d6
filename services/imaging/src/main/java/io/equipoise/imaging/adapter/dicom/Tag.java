package io.equipoise.imaging.adapter.dicom;

/** The number of a data element: group and element (PS3.5 section 7.1). */
public record Tag(int group, int element) implements Comparable<Tag> {
    private static final int HALF = 16;
    private static final int LOW = 0xFFFF;

    public static final Tag TRANSFER_SYNTAX = of(0x0002_0010);
    public static final Tag FILE_SOP_CLASS = of(0x0002_0002);
    public static final Tag FILE_SOP_INSTANCE = of(0x0002_0003);
    public static final Tag META_LENGTH = of(0x0002_0000);
    public static final Tag CHARACTER_SET = of(0x0008_0005);
    public static final Tag SOP_CLASS = of(0x0008_0016);
    public static final Tag SOP_INSTANCE = of(0x0008_0018);
    public static final Tag STUDY_DATE = of(0x0008_0020);
    public static final Tag SERIES_DATE = of(0x0008_0021);
    public static final Tag ACQUISITION_DATE = of(0x0008_0022);
    public static final Tag ACQUISITION_DATE_TIME = of(0x0008_002A);
    public static final Tag MODALITY = of(0x0008_0060);
    public static final Tag REFERENCED_SOP_CLASS = of(0x0008_1150);
    public static final Tag REFERENCED_SOP_INSTANCE = of(0x0008_1155);
    public static final Tag RETRIEVE_URL = of(0x0008_1190);
    public static final Tag FAILURE_REASON = of(0x0008_1197);
    public static final Tag FAILED_SOP_SEQUENCE = of(0x0008_1198);
    public static final Tag REFERENCED_SOP_SEQUENCE = of(0x0008_1199);
    public static final Tag CONTRAST_AGENT = of(0x0018_0010);
    public static final Tag BODY_PART = of(0x0018_0015);
    public static final Tag STUDY_INSTANCE = of(0x0020_000D);
    public static final Tag SERIES_INSTANCE = of(0x0020_000E);
    public static final Tag STUDY_ID = of(0x0020_0010);
    public static final Tag SAMPLES = of(0x0028_0002);
    public static final Tag FRAMES = of(0x0028_0008);
    public static final Tag ROWS = of(0x0028_0010);
    public static final Tag COLUMNS = of(0x0028_0011);
    public static final Tag BITS_ALLOCATED = of(0x0028_0100);
    public static final Tag PIXEL_REPRESENTATION = of(0x0028_0103);
    public static final Tag PIXEL_DATA = of(0x7FE0_0010);
    static final Tag ITEM = of(0xFFFE_E000);
    static final Tag ITEM_END = of(0xFFFE_E00D);
    static final Tag SEQUENCE_END = of(0xFFFE_E0DD);

    static Tag of(int whole) {
        return new Tag(whole >>> HALF, whole & LOW);
    }

    boolean isPrivate() {
        return group % 2 == 1;
    }

    /** The name of the attribute in the DICOM JSON model. */
    String json() {
        return "%04X%04X".formatted(group, element);
    }

    @Override
    public int compareTo(Tag other) {
        return group == other.group ? Integer.compare(element, other.element) : Integer.compare(group, other.group);
    }

    @Override
    public String toString() {
        return "(%04x,%04x)".formatted(group, element);
    }
}
