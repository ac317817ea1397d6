package io.equipoise.adverseevent.adapter.e2b;

/**
 * How much of a stranger's file is read before it is refused. The real ones stay far below: FDA's samples have 54 kB, 800
 * elements in a message, and 22 levels.
 *
 * @param bytes of the whole file
 * @param elements of one message
 * @param characters of one text
 * @param depth of elements inside elements
 * @param messages of the whole file
 */
record Limits(long bytes, int elements, int characters, int depth, int messages) {
    static final Limits USUAL = new Limits(10L << 20, 50_000, 8 << 20, 64, 1_000);
}
