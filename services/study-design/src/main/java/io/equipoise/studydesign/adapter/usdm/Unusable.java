package io.equipoise.studydesign.adapter.usdm;

import io.equipoise.platform.Refusal;

/** A USDM file that cannot be taken over: what is wrong, and where. */
final class Unusable extends RuntimeException {
    private final Refusal refusal;

    private Unusable(Refusal refusal) {
        super(refusal.detail());
        this.refusal = refusal;
    }

    static Unusable malformed(String detail, String... pointers) {
        return new Unusable(Refusal.invalid("USDM_MALFORMED", detail, pointers));
    }

    static Unusable circular(String detail, String... pointers) {
        return new Unusable(Refusal.invalid("USDM_CHAIN_CIRCULAR", detail, pointers));
    }

    static Unusable unknown(String detail, String pointer) {
        return new Unusable(Refusal.invalid("USDM_REFERENCE_UNKNOWN", detail, pointer));
    }

    static Unusable unreadable(String detail, String pointer) {
        return new Unusable(Refusal.invalid("USDM_UNREADABLE", detail, pointer));
    }

    static Unusable version(String detail) {
        return new Unusable(Refusal.invalid("USDM_VERSION_UNSUPPORTED", detail, "/usdmVersion"));
    }

    Refusal refusal() {
        return refusal;
    }
}
