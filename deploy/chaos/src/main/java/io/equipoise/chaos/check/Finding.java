package io.equipoise.chaos.check;

/** Something that must not be. */
public record Finding(String check, String what) {
    @Override
    public String toString() {
        return check + ": " + what;
    }
}
