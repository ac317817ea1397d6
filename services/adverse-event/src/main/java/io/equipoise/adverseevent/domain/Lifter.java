package io.equipoise.adverseevent.domain;

/** Who may say that a study goes on: the board, or on the sponsor's side the safety officer. */
public enum Lifter {
    DATA_SAFETY_BOARD,
    SAFETY_OFFICER
}
