package io.equipoise.adverseevent.adapter.e2b;

import io.equipoise.adverseevent.domain.icsr.Sender;
import io.equipoise.adverseevent.domain.icsr.StudyFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who sends reports, to whom, and what they say of a study. Nothing here has a default that would stand in a report.
 *
 * @param receiver of batches that do not go to FDA
 * @param studies by the study's number
 */
@ConfigurationProperties("equipoise.safety.e2b")
public record E2bSettings(
        @Nullable SenderSettings sender,
        @DefaultValue("") String receiver,
        @DefaultValue Map<String, StudySettings> studies) {
    private static final String BLINDED = "blinded study product";

    public E2bSettings {
        studies = Map.copyOf(studies);
    }

    /** The person and the organisation that send (C.3). */
    public record SenderSettings(
            @DefaultValue("") String identifier,
            @Nullable String type,
            @Nullable String organisation,
            @Nullable String department,
            @Nullable String title,
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable String street,
            @Nullable String city,
            @Nullable String state,
            @Nullable String postcode,
            @Nullable String country,
            @Nullable String telephone,
            @Nullable String fax,
            @Nullable String email) {

        private Sender sender() {
            var elements = new HashMap<String, String>();
            put(elements, "C.3.1", type);
            put(elements, "C.3.2", organisation);
            put(elements, "C.3.3.1", department);
            put(elements, "C.3.3.2", title);
            put(elements, "C.3.3.3", givenName);
            put(elements, "C.3.3.5", familyName);
            put(elements, "C.3.4.1", street);
            put(elements, "C.3.4.2", city);
            put(elements, "C.3.4.3", state);
            put(elements, "C.3.4.4", postcode);
            put(elements, "C.3.4.5", country);
            put(elements, "C.3.4.6", telephone);
            put(elements, "C.3.4.7", fax);
            put(elements, "C.3.4.8", email);
            return new Sender(identifier, elements);
        }

        private static void put(Map<String, String> elements, String element, @Nullable String said) {
            if (said != null && !said.isBlank()) {
                elements.put(element, said);
            }
        }
    }

    /** A study as authorities know it. */
    public record StudySettings(
            @Nullable String name,
            @Nullable String ind,
            @DefaultValue List<String> crossInds,
            @Nullable String receiver,
            @Nullable String product) {
        public StudySettings {
            crossInds = List.copyOf(crossInds);
        }
    }

    public Sender from() {
        return sender == null ? new Sender("", Map.of()) : sender.sender();
    }

    public StudyFile study(String number) {
        var said = studies.getOrDefault(number, new StudySettings(null, null, List.of(), null, null));
        return new StudyFile(
                number,
                Optional.ofNullable(said.name()),
                Optional.ofNullable(said.ind()),
                said.crossInds(),
                Optional.ofNullable(said.receiver()),
                said.product() == null ? BLINDED : said.product(),
                Optional.empty(),
                Optional.empty());
    }
}
