package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.StoppingFact.ExposureNoted;
import io.equipoise.adverseevent.domain.StoppingRule;
import java.util.List;

/** What other rooms have told that stopping rules need. */
public interface ToldForStopping {
    boolean knows(String study);

    /** Every dose told so far, whoever gave it and from which course. */
    List<ExposureNoted> doses(String study);

    /** The rules that a version of the study definition states; none where it leaves them open. */
    List<StoppingRule> stated(String study, int version);

    List<String> studies();
}
