package io.equipoise.adverseevent.adapter.e2b;

import java.util.List;
import java.util.Map;

/** An XML element without comments: attributes by name (xsi:type keeps its prefix), children in order, its own text. */
record Node(String name, Map<String, String> attributes, List<Node> children, String text) {}
