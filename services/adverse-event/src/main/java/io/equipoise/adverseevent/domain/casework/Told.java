package io.equipoise.adverseevent.domain.casework;

import io.equipoise.adverseevent.domain.Account;
import io.equipoise.adverseevent.domain.ReporterKind;
import io.equipoise.contracts.SubjectId;
import java.util.List;

/** What a case tells, as far as it matters for finding another that tells the same. */
public record Told(SubjectId subject, List<Account> accounts, List<ReporterKind> reporters) {
    public Told {
        accounts = List.copyOf(accounts);
        reporters = List.copyOf(reporters);
    }
}
