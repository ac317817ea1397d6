package io.equipoise.adverseevent.application;

import java.util.List;

/** Which studies this room has heard of. */
public interface Studies {
    List<String> all();
}
