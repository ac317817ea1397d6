package io.equipoise.adverseevent.domain.icsr;

import java.util.Map;

/**
 * Who sends reports: elements C.3.1 to C.3.4.8 by number, as the settings say them. What nobody said is left out, and the
 * rules tell what is lacking.
 *
 * @param identifier by which receivers know this sender (N.1.3, N.2.r.2)
 */
public record Sender(String identifier, Map<String, String> elements) {
    public Sender {
        elements = Map.copyOf(elements);
    }
}
