package io.equipoise.imaging.adapter.dicom;

import java.util.List;

/** What a data element holds, by kind. */
public sealed interface Value {

    record Texts(List<String> texts) implements Value {
        public Texts {
            texts = List.copyOf(texts);
        }
    }

    record Numbers(List<Number> numbers) implements Value {
        public Numbers {
            numbers = List.copyOf(numbers);
        }
    }

    record Tags(List<Tag> tags) implements Value {
        public Tags {
            tags = List.copyOf(tags);
        }
    }

    record Items(List<DataSet> items) implements Value {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** Left where it is, in the file: pixels, private blobs, anything long. */
    record Left(long offset, long length) implements Value {}

    /** Compressed pixels: so many fragments, the table of offsets not counted (PS3.5 annex A.4). */
    record Fragments(int count, long bytes) implements Value {}
}
