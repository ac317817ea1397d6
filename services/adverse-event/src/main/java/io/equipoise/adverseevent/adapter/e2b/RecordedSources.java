package io.equipoise.adverseevent.adapter.e2b;

import io.equipoise.adverseevent.application.Coding;
import io.equipoise.adverseevent.application.Detailing;
import io.equipoise.adverseevent.application.Judging;
import io.equipoise.adverseevent.application.ReportSources;
import io.equipoise.adverseevent.application.Unblindings;
import io.equipoise.adverseevent.domain.Assessor;
import io.equipoise.adverseevent.domain.CaseEvent;
import io.equipoise.adverseevent.domain.CausalityAssessment;
import io.equipoise.adverseevent.domain.Finding.Answer;
import io.equipoise.adverseevent.domain.JudgementFact.CausalityAssessed;
import io.equipoise.adverseevent.domain.icsr.Material.Coded;
import io.equipoise.adverseevent.domain.icsr.Material.Recorded;
import io.equipoise.adverseevent.domain.icsr.Opinion;
import io.equipoise.adverseevent.domain.icsr.Sender;
import io.equipoise.adverseevent.domain.icsr.StudyFile;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** What reports need, from the settings, from what was judged of an event, and from codes that were broken for one. */
public final class RecordedSources implements ReportSources {
    /** Under this name the holder of its licence uploads MedDRA; a version is 28.0, a code has eight digits. */
    private static final String MEDDRA = "MEDDRA";

    private static final Pattern VERSION = Pattern.compile("\\d{1,2}\\.\\d");
    private static final Pattern CODE = Pattern.compile("\\d{8}");
    private static final String ACCOUNT = "Site's account";
    private final E2bSettings settings;
    private final Judging judging;
    private final Unblindings unblindings;
    private final Coding coding;
    private final Detailing detailing;

    public RecordedSources(
            E2bSettings settings, Judging judging, Unblindings unblindings, Coding coding, Detailing detailing) {
        this.settings = settings;
        this.judging = judging;
        this.unblindings = unblindings;
        this.coding = coding;
        this.detailing = detailing;
    }

    @Override
    public Sender sender() {
        return settings.from();
    }

    @Override
    public StudyFile study(String study) {
        var protocol = detailing.protocol(study);
        return settings.study(study).defined(protocol.openProduct(), protocol.condition());
    }

    @Override
    public String receiver() {
        return settings.receiver();
    }

    @Override
    public Recorded recorded(CaseEvent event) {
        return new Recorded(
                opinions(event),
                judging.judgement(event.event())
                        .map(judgement -> judgement.unexpected().answer())
                        .orElse(Answer.OPEN),
                coded(event),
                Optional.ofNullable(detailing.event(event.event()).details()));
    }

    /** The strongest that each of the two said: the account's word is the investigator's too, and nothing is lowered. */
    private List<Opinion> opinions(CaseEvent event) {
        var opinions = new ArrayList<Opinion>();
        var account = new Opinion("Investigator", ACCOUNT, event.account().relation());
        opinions.add(strongest(event.event(), Assessor.INVESTIGATOR, "Investigator")
                .filter(said -> said.result().compareTo(account.result()) >= 0)
                .orElse(account));
        strongest(event.event(), Assessor.SPONSOR, "Sponsor").ifPresent(opinions::add);
        return opinions;
    }

    private Optional<Opinion> strongest(String event, Assessor assessor, String source) {
        var standing = new ArrayList<CausalityAssessment>();
        for (var judgement : judging.event(event).judgements()) {
            if (judgement instanceof CausalityAssessed assessed) {
                var said = assessed.assessment();
                standing.removeIf(earlier -> sameQuestion(earlier, said));
                standing.add(said);
            }
        }
        return standing.stream()
                .filter(said -> said.assessor() == assessor)
                .max(Comparator.comparing(CausalityAssessment::result))
                .map(said -> new Opinion(source, said.method(), said.result()));
    }

    /** The later answer of the same person's side to the same question stands. */
    private static boolean sameQuestion(CausalityAssessment one, CausalityAssessment other) {
        return one.assessor() == other.assessor()
                && one.product().equals(other.product())
                && one.route() == other.route()
                && Objects.equals(one.dose(), other.dose());
    }

    private Optional<Coded> coded(CaseEvent event) {
        return Optional.ofNullable(coding.event(event.event()).codes().get(MEDDRA))
                .filter(coded -> VERSION.matcher(coded.version()).matches())
                .filter(coded -> CODE.matcher(coded.code()).matches())
                .map(coded -> new Coded(coded.version(), coded.code()));
    }

    @Override
    public Optional<String> given(List<String> events, Attribution by) {
        return events.stream()
                .filter(event -> unblindings.of(event).latest().isPresent())
                .filter(event -> unblindings.look(event, by.withSuffix(event)) instanceof Outcome.Recorded<?>)
                .map(event -> unblindings.seen(event).title())
                .findFirst();
    }
}
