package io.equipoise.adverseevent.domain.icsr;

import java.util.List;
import java.util.Optional;

/**
 * What a report says of the study.
 *
 * @param number the sponsor's number (C.5.3)
 * @param ind under which it runs, six digits (FDA.C.5.5a)
 * @param crossInds other INDs of the sponsor that the report concerns (FDA.C.5.6.r)
 * @param receiver of messages: CDER_IND, CBER_IND, or whatever another authority calls itself (N.2.r.3)
 * @param product what the study product is called while nobody may know which it was
 * @param open the name of the only product of a study of one arm in which nobody is masked; empty in all others
 * @param indication what everybody in the study has, where the definition names one condition (G.k.7.r.1)
 */
public record StudyFile(
        String number,
        Optional<String> name,
        Optional<String> ind,
        List<String> crossInds,
        Optional<String> receiver,
        String product,
        Optional<String> open,
        Optional<String> indication) {
    public StudyFile {
        crossInds = List.copyOf(crossInds);
    }

    /** The same, with what the study's definition says. */
    public StudyFile defined(Optional<String> openProduct, Optional<String> condition) {
        return new StudyFile(number, name, ind, crossInds, receiver, product, openProduct, condition);
    }
}
