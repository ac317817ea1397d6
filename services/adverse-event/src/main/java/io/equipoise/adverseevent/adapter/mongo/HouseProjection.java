package io.equipoise.adverseevent.adapter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import io.equipoise.adverseevent.application.House;
import io.equipoise.adverseevent.domain.GivenDose;
import io.equipoise.adverseevent.domain.GivenDose.Volume;
import io.equipoise.adverseevent.domain.Known;
import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.consume.Heard;
import io.equipoise.platform.projection.Projection;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Subjects, given doses, the zones of the sites and the studies' patience, as the other rooms told them. */
public final class HouseProjection implements Projection, House {
    private final MongoCollection<Document> subjects;
    private final MongoCollection<Document> doses;
    private final MongoCollection<Document> sites;
    private final MongoCollection<Document> studies;

    public HouseProjection(MongoDatabase database) {
        subjects = database.getCollection("house_subjects");
        doses = database.getCollection("house_doses");
        sites = database.getCollection("house_sites");
        studies = database.getCollection("house_studies");
        doses.createIndex(Indexes.ascending("subject"));
    }

    @Override
    public Set<String> topics() {
        return Set.of("studies", "enrolment", "dosing");
    }

    @Override
    public List<String> collections() {
        return List.of("house_subjects", "house_doses", "house_sites", "house_studies");
    }

    /** 2: ends and amounts of doses. */
    @Override
    public int version() {
        return 2;
    }

    @Override
    public void apply(Heard heard) {
        switch (heard.type()) {
            case "SubjectRegistered.v1" -> put(subjects, new Document("_id", heard.text("subject")));
            case "SiteOpened.v1" ->
                put(
                        sites,
                        new Document("_id", heard.text("study") + "/" + heard.text("site"))
                                .append("zone", heard.text("zone")));
            case "StudyDefined.v1" -> put(studies, study(heard));
            case "DoseAdministered.v1" -> put(doses, dose(heard));
            default -> {
                // what this room does not need
            }
        }
    }

    private static Document dose(Heard heard) {
        var subject = heard.text("subject");
        var dose = heard.data().path("dose").asInt();
        return new Document("_id", subject + "/" + dose)
                .append("subject", subject)
                .append("dose", dose)
                .append("kit", heard.text("kit"))
                .append("packagingLot", heard.text("packagingLot"))
                .append("startedAt", heard.text("startedAt"))
                .append("stoppedAt", text(heard.data().path("stoppedAt")))
                .append("volume", text(heard.data().path("volume").path("number")))
                .append("unit", text(heard.data().path("volume").path("unit")));
    }

    /** An open value stays open: only what somebody has said counts (its basis is not unknown). */
    private static Document study(Heard heard) {
        var told = heard.data().path("definition").path("safety").path("escalateAfter");
        var known = !told.path("basis").asString("").equalsIgnoreCase("unknown");
        return new Document("_id", heard.text("study")).append("escalateAfter", known ? text(told) : null);
    }

    private static @Nullable String text(JsonNode told) {
        var value = told.isString() ? told : told.path("value");
        return value.isString() ? value.stringValue() : null;
    }

    private static void put(MongoCollection<Document> where, Document what) {
        where.replaceOne(Filters.eq("_id", what.getString("_id")), what, new ReplaceOptions().upsert(true));
    }

    @Override
    public Known known(SubjectId subject, Instant now) {
        var id = subject.toString();
        var given = new ArrayList<GivenDose>();
        for (var dose : doses.find(Filters.eq("subject", id))) {
            given.add(given(dose));
        }
        return new Known(
                subjects.find(Filters.eq("_id", id)).first() != null,
                now,
                zone(subject).orElse(null),
                given);
    }

    private static GivenDose given(Document dose) {
        var stopped = dose.getString("stoppedAt");
        var number = dose.getString("volume");
        var unit = dose.getString("unit");
        return new GivenDose(
                dose.getInteger("dose"),
                dose.getString("kit"),
                dose.getString("packagingLot"),
                Instant.parse(dose.getString("startedAt")),
                stopped == null ? null : Instant.parse(stopped),
                number == null || unit == null ? null : new Volume(number, unit));
    }

    @Override
    public Optional<ZoneId> zone(SubjectId subject) {
        var site = sites.find(Filters.eq("_id", subject.study() + "/" + subject.site()))
                .first();
        try {
            return site == null ? Optional.empty() : Optional.of(ZoneId.of(site.getString("zone")));
        } catch (DateTimeException unknownZone) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Duration> escalateAfter(String study) {
        var told = studies.find(Filters.eq("_id", study)).first();
        var text = told == null ? null : told.getString("escalateAfter");
        try {
            return text == null
                    ? Optional.empty()
                    : Optional.of(Duration.parse(text)).filter(Duration::isPositive);
        } catch (DateTimeException notADuration) {
            return Optional.empty();
        }
    }
}
