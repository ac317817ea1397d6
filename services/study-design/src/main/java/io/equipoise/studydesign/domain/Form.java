package io.equipoise.studydesign.domain;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The published schema of a study definition, as a pure function from what was written to what is wrong with it. */
public record Form(Function<Map<String, Object>, List<Flaw>> flaws) {}
