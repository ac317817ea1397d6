package io.equipoise.studydesign;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.equipoise.platform.OnTheStack;
import io.equipoise.platform.web.Role;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestConstructor;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class DoorsIT implements OnTheStack {
    private static final String YAML = "application/yaml";
    private static final String JSON = "application/json";
    private static final String SMALL = "{'study':'%s','title':'Small'}";

    private final MongoDatabase database;
    private final int port;
    private final Door operations;

    DoorsIT(@Autowired MongoDatabase database, @LocalServerPort int port) {
        this.database = database;
        this.port = port;
        this.operations = Door.of(port, Role.OPERATIONS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        /api/studies                 | application/json             | {'study':'B1'}                                  | 422 DEFINITION_MALFORMED | /title
        /api/studies                 | application/json             | {'study':7,'title':'T'}                         | 422 DEFINITION_MALFORMED | /study
        /api/studies                 | application/json             | {'study':'B/../1','title':'T'}                  | 422 DEFINITION_MALFORMED | /study
        /api/studies                 | application/json             | {'study':'B1','title':'T','extra':1}            | 422 DEFINITION_MALFORMED | /extra
        /api/studies                 | application/json             | {'study':'B1','study':'B1','title':'T'}         | 400 DEFINITION_UNREADABLE | study
        /api/studies                 | application/json             | {'study':'B1','title':                          | 400 DEFINITION_UNREADABLE | Line 1
        /api/studies                 | application/json             | [1]                                             | 400 DEFINITION_UNREADABLE | object
        /api/studies                 | application/yaml             | a: &a [*a]                                      | 400 DEFINITION_UNREADABLE | Line 1
        /api/studies                 | application/yaml             | `a: [`                                          | 400 DEFINITION_UNREADABLE | Line 1
        /api/studies                 | application/merge-patch+json | {'title':'T'}                                   | 400 FIELD_MISSING | /study
        /api/studies                 | application/merge-patch+json | {'study':'NOSUCH','title':'T'}                  | 404 STUDY_UNKNOWN | NOSUCH
        /api/studies                 | text/plain                   | study                                           | 415 UNSUPPORTED_MEDIA_TYPE | text/plain
        /api/studies/BROKEN/activation | application/json           | {}                                              | 400 FIELD_MISSING | /activatedOn
        /api/studies/BROKEN/activation | application/json           | {'activatedOn':'03.02.2025'}                    | 400 FIELD_MALFORMED | /activatedOn
        /api/studies/BROKEN/activation | application/json           | {'activatedOn':'2099-01-01'}                    | 422 IN_THE_FUTURE | /activatedOn
        /api/studies/NOSUCH/activation | application/json           | {'activatedOn':'2025-02-03'}                    | 404 STUDY_UNKNOWN | NOSUCH
        /api/studies/BROKEN/status   | application/json             | {'status':'PAUSED','asOf':'2025-01-01','reason':'x'} | 400 FIELD_MALFORMED | /status
        /api/studies/BROKEN/status   | application/json             | {'status':'SUSPENDED','asOf':'2025-01-01'}      | 400 FIELD_MISSING | /reason
        /api/studies/BROKEN/sites    | application/json             | {'site':'01','name':'W','country':'XX','zone':'Mars/Base','openedOn':'2025-02-10'} | 422 SITE_INVALID | /zone
        /api/studies/BROKEN/sites    | application/json             | {'site':'01','name':'W','country':'DE','zone':'Europe/Berlin','cap':'20','openedOn':'2025-02-10'} | 400 FIELD_MALFORMED | /cap
        """)
    void broken_input_is_refused_by_field_and_leaves_no_fact(
            String path, String type, String body, String answered, String names) {
        operations.json("/api/studies", "broken-study", SMALL.formatted("BROKEN"));
        var before = facts();
        var answer = operations.post(path, "broken-" + body.hashCode(), type, body.replace('\'', '"'));
        assertThat(answer.status() + " " + answer.code()).as(answer.body()).isEqualTo(answered);
        assertThat(answer.body()).contains(names);
        assertThat(answer.type()).isEqualTo("application/problem+json");
        assertThat(facts()).isEqualTo(before);
    }

    @Test
    void the_library_is_listed_and_a_study_of_it_is_loaded() {
        var reader = Door.of(port, Role.INVESTIGATOR);
        var rows = reader.get("/api/library").json().path("studies");
        assertThat(rows.size()).isEqualTo(28);
        var bio = rows.valueStream()
                .filter(row -> row.path("study").asString().equals("NCT07146087"))
                .findFirst()
                .orElseThrow();
        assertThat(bio.path("phase").asString()).isEqualTo("EARLY_PHASE_1");
        assertThat(bio.path("status").asString()).isEqualTo("SUSPENDED");
        assertThat(bio.path("gaps").asInt()).isEqualTo(5);
        assertThat(bio.path("title").asString()).contains("multiple sclerosis");

        var text = reader.get("/api/library/NCT04223622");
        assertThat(text.type()).startsWith("application/yaml");
        assertThat(operations.get("/api/studies/NCT04223622").status()).isEqualTo(404);
        var loaded = operations.post("/api/studies", "from-the-library", YAML, text.body());
        assertThat(loaded.status()).as(loaded.body()).isEqualTo(201);
        assertThat(loaded.json().path("gaps").size()).isPositive();
        assertThat(reader.get("/api/library/NOSUCH").code()).isEqualTo("STUDY_UNKNOWN");
    }

    @Test
    void versions_are_listed_and_compared() {
        operations.json("/api/studies", "amended", SMALL.formatted("AMENDED"));
        operations.post(
                "/api/studies/AMENDED",
                "amended-again",
                "application/merge-patch+yaml",
                "dosing: {dayOrigin: {basis: unknown}}");
        var path = "/api/studies/AMENDED/versions";
        assertThat(operations.get(path).json().path("versions").size()).isEqualTo(2);
        var changes = Door.of(port, Role.MONITOR).get(path + "/1/changes?to=2").json();
        assertThat(changes.path("touches").toString()).isEqualTo("[\"DOSING\"]");
        assertThat(changes.path("changes").path(0).path("pointer").asString()).isEqualTo("/dosing");
        assertThat(operations.get(path + "/1/changes").json()).isEqualTo(changes);
        assertThat(operations.get(path + "/7/changes").code()).isEqualTo("VERSION_UNKNOWN");
        assertThat(operations.get(path + "/one/changes").status()).isEqualTo(400);
        assertThat(operations.get("/api/studies/NOSUCH/versions").code()).isEqualTo("STUDY_UNKNOWN");
    }

    @Test
    void a_table_is_read_and_kept_only_where_asked() {
        var table = "study,phase,dose\nTABLE-1,Phase 1,2x108 nv\nTABLE-2,NA,15 mL of X\nTABLE-2,NA,15 mL of X\n";
        var read = operations.post("/api/studies/import", "read", "text/csv", table);
        assertThat(read.status()).as(read.body()).isEqualTo(200);
        assertThat(read.json().path("rows").asInt()).isEqualTo(3);
        assertThat(read.json().path("studies").asInt()).isEqualTo(2);
        assertThat(read.json().path("merged").asInt()).isEqualTo(1);
        assertThat(read.body()).contains("108 may be 10^8");
        assertThat(operations.get("/api/studies/TABLE1").status()).isEqualTo(404);

        var kept = operations.post("/api/studies/import?keep=true&asOf=2022-01-14", "keep", "text/csv", table);
        assertThat(kept.body()).contains("\"KEPT\"");
        assertThat(operations
                        .post("/api/studies/import?keep=true&asOf=2022-01-14", "keep", "text/csv", table)
                        .body())
                .isEqualTo(kept.body());
        assertThat(operations.get("/api/studies/TABLE1").json().path("version").asInt())
                .isEqualTo(1);
        assertThat(operations
                        .post("/api/studies/import?keep=true", "once-more", "text/csv", table)
                        .body())
                .contains("STUDY_ALREADY_DEFINED");
        assertThat(operations
                        .post("/api/studies/import", "no-table", "text/csv", "phase\nx")
                        .code())
                .isEqualTo("TABLE_UNREADABLE");
        assertThat(operations
                        .post("/api/studies/import?decimal=dot", "odd-comma", "text/csv", table)
                        .body())
                .contains("FIELD_MALFORMED", "decimal");
    }

    @Test
    void a_study_whose_doses_are_unknown_is_activated_to_enrol() {
        var study =
                "{'study':'ENROLS','title':'T','status':{'basis':'stated','value':'RECRUITING','asOf':'2025-01-01'},"
                        + "'design':{'target':{'basis':'stated','value':5}},"
                        + "'eligibility':{'noRulesConfirmed':{'basis':'stated','value':'none'}},"
                        + "'dosing':{'courses':[{'course':'A','title':'A'}]}}";
        assertThat(operations.json("/api/studies", "enrols", study).status()).isEqualTo(201);
        var path = "/api/studies/ENROLS/activation";
        assertThat(operations.json(path, "all", "{'activatedOn':'2025-02-03'}").code())
                .isEqualTo("STUDY_HAS_GAPS");
        var enrolling = operations.json(path, "some", "{'activatedOn':'2025-02-03','scope':'ENROLMENT'}");
        assertThat(enrolling.status()).as(enrolling.body()).isEqualTo(200);
        assertThat(enrolling.json().path("scope").asString()).isEqualTo("ENROLMENT");
        assertThat(operations
                        .json(path, "odd", "{'activatedOn':'2025-02-03','scope':'SOME'}")
                        .body())
                .contains("FIELD_MALFORMED", "/scope");
    }

    @Test
    void a_body_that_is_too_long_or_no_text_is_refused() {
        var long1 = operations.post("/api/studies", "long", YAML, "#".repeat((1 << 20) + 1));
        assertThat(long1.status()).isEqualTo(413);
        var invalid = new byte[] {'a', ':', ' ', (byte) 0xff, (byte) 0xfe};
        assertThat(operations.post("/api/studies", "utf8", YAML, invalid).status())
                .isEqualTo(400);
        assertThat(operations.post("/api/studies", "empty", JSON, "").status()).isEqualTo(400);
    }

    @Test
    void only_operations_and_the_administrator_define() {
        var body = SMALL.formatted("ROLES");
        for (var role : Role.values()) {
            var allowed = role == Role.OPERATIONS || role == Role.ADMINISTRATOR;
            var answer = Door.of(port, role).json("/api/studies", "role-" + role, body);
            assertThat(answer.status()).as(role + " " + answer.body()).isIn(allowed ? List.of(200, 201) : List.of(403));
        }
    }

    private long facts() {
        return database.getCollection("journal")
                .countDocuments(Filters.in("stream", "study/BROKEN", "study/B1", "study/?", "study/NOSUCH"));
    }
}
