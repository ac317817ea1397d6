package io.equipoise.adverseevent.adapter.rest;

import static io.equipoise.platform.web.Role.DATA_SAFETY_BOARD;
import static io.equipoise.platform.web.Role.SAFETY_OFFICER;

import io.equipoise.adverseevent.application.ClusterWatch;
import io.equipoise.adverseevent.application.Protocols;
import io.equipoise.adverseevent.application.SafetyProtocol;
import io.equipoise.adverseevent.domain.LotCluster;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Door for clusters: the same kind of event in several people after the same lot. */
@RestController
class ClusterEndpoint {
    private final ClusterWatch watch;
    private final Protocols protocols;

    ClusterEndpoint(ClusterWatch watch, Protocols protocols) {
        this.watch = watch;
        this.protocols = protocols;
    }

    @GetMapping("/api/studies/{study}/safety-clusters")
    @Allowed({SAFETY_OFFICER, DATA_SAFETY_BOARD})
    Map<String, Object> clusters(@PathVariable String study, Caller caller) {
        caller.mustSeeEverySite();
        var protocol = protocols
                .of(study)
                .orElseThrow(
                        () -> new Problem(Refusal.unknown("STUDY_UNKNOWN", "no study of that name is known here")));
        var shown = new LinkedHashMap<String, Object>();
        shown.put("study", study);
        shown.put("threshold", threshold(protocol));
        shown.put(
                "clusters",
                watch.clusters(study).stream().map(each -> shown(study, each)).toList());
        return shown;
    }

    private static Map<String, Object> threshold(SafetyProtocol protocol) {
        var shown = new LinkedHashMap<String, Object>();
        protocol.lotThreshold()
                .ifPresentOrElse(
                        threshold -> {
                            shown.put("known", true);
                            shown.put("people", threshold.people());
                            var within = threshold.within();
                            if (within != null) {
                                shown.put("within", within.toString());
                            }
                        },
                        () -> shown.put("known", false));
        return shown;
    }

    private static Map<String, Object> shown(String study, LotCluster cluster) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("cluster", ClusterWatch.id(study, cluster));
        shown.put("lot", cluster.lot());
        shown.put("term", cluster.term());
        shown.put("people", cluster.people());
        shown.put("events", cluster.events());
        return shown;
    }
}
