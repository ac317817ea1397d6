package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.icsr.Batch;
import io.equipoise.adverseevent.domain.icsr.Icsr;
import java.io.InputStream;
import java.util.List;

/** Files of E2B(R3) in and out. What is hostile, broken or something else is refused by {@link Unreadable}. */
public interface E2bFormat {

    /**
     * What a file says.
     *
     * @param unread places of the file that no known data element describes
     */
    record Received(Batch batch, List<String> unread) {}

    /** A file of case safety reports. */
    Received read(InputStream in);

    /** An answer to a batch, as the elements ACK.M, ACK.A and, for every message, ACK.B.r. */
    Icsr acknowledgement(InputStream in);

    /** The file of a batch; the same batch gives the same bytes. */
    byte[] write(Batch sent);
}
