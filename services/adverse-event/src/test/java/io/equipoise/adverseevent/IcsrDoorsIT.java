package io.equipoise.adverseevent;

import static io.equipoise.adverseevent.Doors.OFFICER;
import static io.equipoise.adverseevent.Doors.SITE;
import static io.equipoise.adverseevent.Wing.STUDY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.equipoise.adverseevent.adapter.e2b.E2bFiles;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.web.Role;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From an event at a bedside to the file that an authority takes. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class IcsrDoorsIT implements InTheWing {
    private static final String BOARD = TestStack.shared().token("dsb-01", Role.DATA_SAFETY_BOARD, "*");
    private final SafetyOffice office;
    private final Doors doors;

    IcsrDoorsIT(@Autowired AutowireCapableBeanFactory beans, @LocalServerPort int port) {
        this.office = beans.createBean(SafetyOffice.class);
        this.doors = new Doors(port);
    }

    @BeforeEach
    void others_have_told() {
        office.others_have_told();
    }

    @Test
    void a_case_that_nobody_coded_is_refused_with_what_is_lacking_and_goes_out_when_it_is_mended() {
        var opened = office.open(doors);
        var path = "/api/safety/cases/" + opened.caseId() + "/icsr";
        var refused = doors.get(path + "?profile=FDA_IND", OFFICER);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("ICSR_NOT_VALID");
        assertThat(refused.text())
                .contains(opened.caseId() + ": E.i.2.1b (i=1): every report says reaction (MedDRA) (REQUIRED)");
        assertThat(doors.get(path + "/findings?profile=FDA_IND", OFFICER).body())
                .hasSize(2);
        office.code(doors, opened.event());
        var file = doors.get(path + "?profile=FDA_IND", OFFICER);
        assertThat(file.status()).as(file.text()).isEqualTo(200);
        var read = new E2bFiles().read(new ByteArrayInputStream(file.text().getBytes(StandardCharsets.UTF_8)));
        assertThat(read.unread()).isEmpty();
        var report = read.batch().whole().getFirst();
        assertThat(report.text("N.1.4")).contains("ZZFDA_PREMKT");
        assertThat(report.text("C.1.1")).contains(opened.number());
        assertThat(report.text("E.i.2.1b", 1)).contains(SafetyOffice.CODE);
        assertThat(report.text("G.k.2.5", 1)).contains("true");
        assertThat(report.text("G.k.4.r.7", 1, 1)).contains("P-0001");
        assertThat(report.text("H.1")).contains("Anna had a reaction during the infusion.");
        assertThat(report.text("C.1.7")).contains("true");
        var expedited = doors.get(path + "/expedited?profile=FDA_IND", OFFICER);
        assertThat(expedited.text("within")).isEqualTo("FIFTEEN_DAYS");
        assertThat(expedited.text("because"))
                .isEqualTo("serious, suspected and not judged to be expected: 21 CFR 312.32(c)(1)(i)");
    }

    @Test
    void what_the_site_told_of_the_product_stands_in_the_file_and_on_the_form_and_no_product_is_named()
            throws Exception {
        var opened = office.open(doors);
        office.code(doors, opened.event());
        var told = doors.post("/api/adverse-events/" + opened.event() + "/details", SITE, """
            {"actions":[{"product":"EXOSOMES","action":"WITHDRAWN"}],"route":"INTRAVENOUS",
             "kinds":["MEDICATION_ERROR","LOT_RELATED"]}\
            """);
        assertThat(told.status()).as(told.text()).isEqualTo(201);
        var path = "/api/safety/cases/" + opened.caseId();
        var file = doors.get(path + "/icsr?profile=FDA_IND", OFFICER);
        assertThat(file.status()).as(file.text()).isEqualTo(200);
        assertThat(file.text()).doesNotContain("EXOSOMES", "exosomes");
        var report = new E2bFiles()
                .read(new ByteArrayInputStream(file.text().getBytes(StandardCharsets.UTF_8)))
                .batch()
                .whole()
                .getFirst();
        assertThat(report.text("G.k.4.r.1a", 1, 1)).contains("100");
        assertThat(report.text("G.k.4.r.5", 1, 1)).contains("20250311104500+0100");
        assertThat(report.text("G.k.4.r.10.1", 1, 1)).contains("intravenous");
        assertThat(report.text("G.k.8", 1)).contains("1");
        assertThat(report.text("G.k.10.r", 1, 1)).contains("7");
        assertThat(report.text("G.k.11", 1)).contains("Held to be related to the lot.");
        var form = doors.http().send(doors.request(path + "/cioms", OFFICER).build(), BodyHandlers.ofByteArray());
        try (var pdf = Loader.loadPDF(form.body())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("100 mL dose 1", "intravenous", "45 min");
        }
    }

    @Test
    void what_the_office_knows_of_the_person_stands_in_the_file_and_on_the_form() throws Exception {
        var opened = office.open(doors);
        office.code(doors, opened.event());
        var path = "/api/safety/cases/" + opened.caseId();
        var wrong = doors.post(path + "/patient", OFFICER, "{\"age\":\"44\",\"weight\":\"7050\"}");
        assertThat(wrong.code()).isEqualTo("WEIGHT_INVALID");
        assertThat(wrong.pointers()).contains("/weight");
        var told = doors.post(path + "/patient", OFFICER, """
            {"age":"44","sex":"FEMALE","weight":"70.5","height":"171","history":"Progressive since 2017."}\
            """);
        assertThat(told.status()).as(told.text()).isEqualTo(201);
        assertThat(doors.get(path, OFFICER).body().path("patient").toString()).contains("FEMALE", "70.5");
        var file = doors.get(path + "/icsr?profile=FDA_IND", OFFICER);
        assertThat(file.status()).as(file.text()).isEqualTo(200);
        assertThat(file.text()).contains("Progressive since 2017.", "value=\"70.5\"", "unit=\"a\"");
        var form = doors.http().send(doors.request(path + "/cioms", OFFICER).build(), BodyHandlers.ofByteArray());
        try (var pdf = Loader.loadPDF(form.body())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("44 years", "Progressive since 2017.");
        }
    }

    @Test
    void several_cases_go_out_as_one_batch() {
        var one = office.open(doors);
        var other = office.open(doors);
        office.code(doors, one.event());
        office.code(doors, other.event());
        var file = doors.get(
                "/api/safety/icsr-batch?profile=FDA_IND&cases=" + one.caseId() + "," + other.caseId(), OFFICER);
        assertThat(file.status()).as(file.text()).isEqualTo(200);
        var batch = new E2bFiles()
                .read(new ByteArrayInputStream(file.text().getBytes(StandardCharsets.UTF_8)))
                .batch();
        assertThat(batch.reports())
                .extracting(report -> report.text("C.1.1").orElseThrow())
                .containsExactly(one.number(), other.number());
    }

    @Test
    void what_is_coded_counts_by_system_organ_class_in_the_listings_and_in_the_aggregate() {
        var opened = office.open(doors);
        office.code(doors, opened.event());
        var study = "/api/safety/studies/" + STUDY;
        await().atMost(SafetyOffice.SOON)
                .until(() -> classes(study).containsAll(List.of(opened.event(), "Made-up class")));
        var listing = doors.get(study + "/line-listing?format=csv&from=2025-01-01&to=2025-12-31", OFFICER);
        assertThat(listing.text())
                .contains("system organ class,reaction,coded term")
                .contains("Made-up class,Infusion related reaction,Made-up reaction (not MedDRA)");
        assertThat(doors.get(study + "/serious-events-summary?format=csv&until=2026-01-01", OFFICER)
                        .text())
                .contains("Made-up class,Made-up reaction (not MedDRA),");
        assertThat(doors.get(study + "/aggregate.csv", OFFICER).text()).contains("\"Made-up class\"");
    }

    /** What the first class of the aggregate says of itself: its name, and its serious events. */
    private List<String> classes(String study) {
        var first = doors.get(study + "/aggregate", OFFICER)
                .body()
                .path("organClasses")
                .path(0);
        return Stream.concat(
                        Stream.of(first.path("systemOrganClass").asString("")),
                        first.path("serious").valueStream().map(each -> each.asString()))
                .toList();
    }

    /** Of Anna the code is broken for this event: her arm stands in unblinded papers only, and each of them is a look. */
    @Test
    void an_arm_stands_in_unblinded_papers_only_and_every_look_is_on_record() {
        var opened = office.open(doors);
        office.code(doors, opened.event());
        office.unblind(opened, "CANARY");
        var cases = "/api/safety/cases/" + opened.caseId();
        var study = "/api/safety/studies/" + STUDY;
        var days = "from=2025-01-01&to=2025-12-31";
        for (var path : List.of(
                cases + "/icsr?profile=FDA_IND",
                cases + "/icsr/findings",
                study + "/line-listing?" + days,
                study + "/line-listing?format=html&" + days,
                study + "/serious-events-summary?until=2026-01-01")) {
            assertThat(doors.get(path, OFFICER).text()).as(path).doesNotContain("CANARY");
        }
        assertThat(office.unblinding(opened.event()).looks()).isEmpty();
        var file = doors.post(cases + "/unblinded/icsr", OFFICER, "{\"profile\":\"FDA_IND\"}");
        assertThat(file.status()).as(file.text()).isEqualTo(200);
        assertThat(file.text()).contains("CANARY").doesNotContain("blinded study product");
        var listing = doors.post(
                study + "/unblinded/line-listing",
                BOARD,
                "{\"from\":\"2025-01-01\",\"to\":\"2025-12-31\",\"format\":\"csv\"}");
        assertThat(listing.text()).contains("CANARY");
        assertThat(office.unblinding(opened.event()).looks())
                .extracting(look -> look.by())
                .containsExactly("saf-01", "dsb-01");
        assertThat(doors.post(cases + "/unblinded/icsr", BOARD, "{\"profile\":\"FDA_IND\"}")
                        .status())
                .isEqualTo(403);
        assertThat(doors.post(study + "/unblinded/line-listing", SITE, "{}").status())
                .isEqualTo(403);
    }
}
