package io.equipoise.randomization.domain;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One combination of levels of the study's stratification factors; a study without factors has the one stratum ALL. */
public record Stratum(Map<String, String> levels) {
    public Stratum {
        levels = Map.copyOf(levels);
    }

    /** Factors in alphabetical order, {@code AGE=UNDER_65;SEX=F}; the signs % = ; inside names are written %25 %3D %3B. */
    public String key() {
        return levels.isEmpty()
                ? "ALL"
                : new TreeMap<>(levels)
                        .entrySet().stream()
                                .map(level -> plain(level.getKey()) + "=" + plain(level.getValue()))
                                .collect(Collectors.joining(";"));
    }

    /** The stratum that has this key. */
    public static Stratum read(String key) {
        return new Stratum(
                key.equals("ALL")
                        ? Map.of()
                        : Arrays.stream(key.split(";", -1))
                                .map(level -> level.split("=", -1))
                                .collect(Collectors.toMap(level -> read(level, 0), level -> read(level, 1))));
    }

    private static String read(String[] level, int part) {
        return level[part].replace("%3B", ";").replace("%3D", "=").replace("%25", "%");
    }

    private static String plain(String name) {
        return name.replace("%", "%25").replace("=", "%3D").replace(";", "%3B");
    }
}
