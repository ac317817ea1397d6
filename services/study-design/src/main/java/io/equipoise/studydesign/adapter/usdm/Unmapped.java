package io.equipoise.studydesign.adapter.usdm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a USDM file no definition holds.
 *
 * @param type the kind of object, as USDM names it
 * @param attribute of that object; null where it is the whole of it
 * @param ids of the objects
 * @param why it could not be taken over
 */
record Unmapped(String type, @Nullable String attribute, List<String> ids, String why) {
    Unmapped {
        ids = List.copyOf(ids);
    }
}
