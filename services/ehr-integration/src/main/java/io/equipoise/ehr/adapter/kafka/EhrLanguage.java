package io.equipoise.ehr.adapter.kafka;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.equipoise.contracts.SubjectId;
import io.equipoise.ehr.domain.EhrFact;
import io.equipoise.ehr.domain.EhrFact.FactsReceived;
import io.equipoise.ehr.domain.EhrFact.PatientLinked;
import io.equipoise.ehr.domain.EhrFact.PersonForgotten;
import io.equipoise.ehr.domain.GivenConsent;
import io.equipoise.ehr.domain.ScreeningFact;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.relay.Message;
import io.equipoise.platform.relay.PublishedLanguage;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Facts go out under the subject's number; who the subject is never does. The day of birth goes out where the study asks
 * for it as a screening fact, and nowhere else.
 */
public final class EhrLanguage implements PublishedLanguage<EhrFact> {
    private static final String TOPIC = "ehr";

    /** No consent is told as no field. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Received(
            String subject,
            String study,
            String site,
            List<ScreeningFact> facts,
            @Nullable GivenConsent consent,
            String mapping) {}

    @Override
    public List<Message> tell(Commit<EhrFact> commit) {
        return commit.facts().stream().flatMap(EhrLanguage::message).toList();
    }

    @Override
    public List<String> topics(String stream) {
        return List.of(TOPIC);
    }

    private static Stream<Message> message(EhrFact fact) {
        return switch (fact) {
            case PatientLinked stays -> Stream.empty();
            case PersonForgotten stays -> Stream.empty();
            case FactsReceived received when received.facts().contains(ScreeningFact.FORGOTTEN) -> Stream.empty();
            case FactsReceived(var subject, var facts, var consent, var mapping) -> {
                var id = SubjectId.parse(subject).orElseThrow();
                var data = new Received(subject, id.study(), id.site(), facts, consent, mapping);
                yield Stream.of(new Message(TOPIC, "EhrFactsReceived.v1", data));
            }
        };
    }
}
