package io.equipoise.dosing.adapter.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoDatabase;
import io.equipoise.contracts.SubjectId;
import io.equipoise.dosing.application.KnownFacts;
import io.equipoise.dosing.domain.Circumstances;
import io.equipoise.dosing.domain.Circumstances.Consent;
import io.equipoise.dosing.domain.Circumstances.Kit;
import io.equipoise.dosing.domain.Circumstances.Withdrawal;
import io.equipoise.dosing.domain.SafetyHold;
import io.equipoise.dosing.domain.StopScope;
import io.equipoise.dosing.domain.StudyStatus;
import io.equipoise.dosing.domain.StudyStatus.Change;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads what {@link ToldProjection} keeps. */
public final class MongoKnownFacts implements KnownFacts {
    private final MongoDatabase database;
    private final JsonMapper json;

    public MongoKnownFacts(MongoDatabase database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A version whose text is read only where it is the one that counts. */
    private record Activated(int version, LocalDate on, boolean dosing, String definition) {}

    private DefinitionReader read(Activated version) {
        return new DefinitionReader(json.readTree(version.definition()));
    }

    @Override
    public Optional<Governing> governing(String study, LocalDate on) {
        return governing(activated(study, null), on);
    }

    @Override
    public Optional<Governing> governing(SubjectId subject, LocalDate on) {
        return governing(activated(subject.study(), subject.site()), on);
    }

    /** The latest version in force on the day: what a site has ahead of others it keeps. */
    private Optional<Governing> governing(List<Activated> activated, LocalDate on) {
        var then = activated.stream()
                .filter(version -> !version.on().isAfter(on))
                .max(Comparator.comparingInt(Activated::version))
                .or(() -> activated.stream().findFirst());
        var dosed = activated.stream().filter(Activated::dosing).reduce((earlier, later) -> later);
        return then.filter(version -> !version.dosing())
                .flatMap(_ -> dosed)
                .or(() -> then)
                .map(this::governing);
    }

    @Override
    public Optional<Governing> version(SubjectId subject, int version) {
        return activated(subject.study(), subject.site()).stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .map(this::governing);
    }

    private Governing governing(Activated version) {
        var definition = read(version);
        return new Governing(
                version.version(),
                definition.protocol(),
                definition.levels(),
                version.dosing(),
                definition.companions(),
                definition.reductions());
    }

    /**
     * In the order of their activation, everywhere or at one site; only those whose definition has been heard too. What a
     * site has ahead of others is active for no more than what was last activated everywhere.
     */
    private List<Activated> activated(String study, @Nullable String site) {
        var all = new ArrayList<Activated>();
        boolean dosing = true;
        var versions = new ArrayList<>(all(ToldProjection.DEFINITIONS, "study", study, d -> d));
        versions.sort(Comparator.comparing(kept -> kept.getInteger("version")));
        for (var kept : versions) {
            var everywhere = date(kept.getString("activatedOn"));
            var here =
                    site == null ? null : date(kept.getEmbedded(List.of(ToldProjection.AT_SITES, site), String.class));
            if (everywhere != null) {
                dosing = !"ENROLMENT".equals(kept.getString("scope"));
            }
            var on = everywhere == null || (here != null && here.isBefore(everywhere)) ? here : everywhere;
            if (on != null && kept.containsKey("definition")) {
                all.add(new Activated(kept.getInteger("version"), on, dosing, kept.getString("definition")));
            }
        }
        all.sort(Comparator.comparing(Activated::on).thenComparingInt(Activated::version));
        return all;
    }

    @Override
    public Optional<ZoneId> zone(String study, String site) {
        return one(ToldProjection.SITES, study + "/" + site).flatMap(found -> {
            try {
                return Optional.of(ZoneId.of(found.getString("zone")));
            } catch (DateTimeException unknownZone) {
                return Optional.empty();
            }
        });
    }

    @Override
    public StudyStatus status(String study) {
        var told = all(
                ToldProjection.STATUSES,
                "study",
                study,
                d -> new Change(d.getString("status"), LocalDate.parse(d.getString("asOf")), d.getString("reason")));
        return new StudyStatus(told, defined(study), all(ToldProjection.HOLDS, "study", study, MongoKnownFacts::hold));
    }

    private static SafetyHold hold(Document d) {
        var lifted = d.getString("liftedAt");
        return new SafetyHold(
                d.getString("_id"),
                Instant.parse(d.getString("placedAt")),
                lifted == null ? null : Instant.parse(lifted),
                d.getList("liftedBy", String.class));
    }

    private @Nullable Change defined(String study) {
        return activated(study, null).stream()
                .reduce((earlier, later) -> later)
                .flatMap(version -> read(version)
                        .status()
                        .map(status -> new Change(
                                status,
                                version.on(),
                                "as version %d of the definition says".formatted(version.version()))))
                .orElse(null);
    }

    @Override
    public Circumstances around(SubjectId subject, @Nullable String kit) {
        var who = subject.toString();
        return new Circumstances(
                all(
                        ToldProjection.CONSENTS,
                        "subject",
                        who,
                        d -> new Consent(d.getBoolean("given"), LocalDate.parse(d.getString("on")))),
                all(
                        ToldProjection.WITHDRAWALS,
                        "subject",
                        who,
                        d -> new Withdrawal(
                                LocalDate.parse(d.getString("on")), StopScope.valueOf(d.getString("scope")))),
                status(subject.study()),
                Optional.ofNullable(kit)
                        .flatMap(named -> one(ToldProjection.KITS, subject.study() + "/" + named))
                        .filter(found -> found.containsKey("dispensedAt"))
                        .map(MongoKnownFacts::kit)
                        .orElse(null));
    }

    @Override
    public boolean knows(String study) {
        return database.getCollection(ToldProjection.DEFINITIONS)
                        .find(eq("study", study))
                        .first()
                != null;
    }

    @Override
    public Entered entered(SubjectId subject) {
        return one(ToldProjection.PEOPLE, subject.toString())
                .map(found -> new Entered(date(found.getString("enrolledOn")), date(found.getString("randomizedOn"))))
                .orElse(new Entered(null, null));
    }

    @Override
    public List<SubjectId> people(String study) {
        return all(ToldProjection.PEOPLE, "study", study, d -> d.getString("_id")).stream()
                .flatMap(subject -> SubjectId.parse(subject).stream())
                .toList();
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static Kit kit(Document d) {
        var returned = d.getString("returnedAt");
        return new Kit(
                d.getString("kit"),
                d.getString("subject"),
                d.getInteger("dose"),
                d.getString("packagingLot"),
                Instant.parse(d.getString("dispensedAt")),
                returned == null ? null : Instant.parse(returned));
    }

    private Optional<Document> one(String collection, String id) {
        return Optional.ofNullable(
                database.getCollection(collection).find(eq("_id", id)).first());
    }

    private <T> List<T> all(String collection, String field, String value, Function<Document, T> read) {
        return database
                .getCollection(collection)
                .find(eq(field, value))
                .sort(ascending("_id"))
                .into(new ArrayList<>())
                .stream()
                .map(read)
                .toList();
    }
}
