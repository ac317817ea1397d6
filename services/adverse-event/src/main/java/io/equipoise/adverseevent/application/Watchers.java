package io.equipoise.adverseevent.application;

import java.util.List;

/** Who has told of browsers to be woken; may lag a moment behind the journal. */
public interface Watchers {
    List<String> withBrowsers();
}
