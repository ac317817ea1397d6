package io.equipoise.adverseevent.application;

import java.util.Optional;

/** Where documents of cases lie, unreadable without their subject's key. Nothing is ever replaced. */
public interface FileStore {

    /** Keeps the bytes under an id that stands for these bytes; kept twice is kept once. */
    void keep(String id, String scope, byte[] bytes);

    /** Empty where there is no such file, or its subject's key was destroyed. */
    Optional<byte[]> bytes(String id);
}
