package io.equipoise.adverseevent.domain.icsr;

/** Whose rules a report is made by: ICH's for everybody (E2B(R3)), or also FDA's for trials under an IND (21 CFR 312.32). */
public enum Profile {
    ICH,
    FDA_IND
}
