package io.equipoise.adverseevent.domain.casework;

import io.equipoise.adverseevent.domain.Account;
import io.equipoise.adverseevent.domain.CaseEvent;
import io.equipoise.adverseevent.domain.CaseField;
import io.equipoise.adverseevent.domain.Criterion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One thing that a case and the clinical record say differently of the same event. */
public record Difference(CaseField field, String inCase, String inRecord) {
    private static final String NOTHING = "nothing";

    /** Everything that differs, in the order of the form; nothing where both say the same. */
    public static List<Difference> between(CaseEvent inCase, Account record) {
        var account = inCase.account();
        var found = new ArrayList<Difference>();
        for (var field : CaseField.values()) {
            var one = value(field, account);
            var other = value(field, record);
            if (!one.equals(other)) {
                found.add(new Difference(field, one, other));
            }
        }
        return found;
    }

    private static String value(CaseField field, Account account) {
        return switch (field) {
            case TERM -> account.term().strip();
            case ONSET -> account.onset().toString();
            case END -> said(account.end());
            case SERIOUSNESS ->
                account.serious()
                        ? account.criteria().stream().map(Criterion::words).collect(Collectors.joining(", "))
                        : "not serious";
            case OUTCOME -> account.outcome().name();
            case CAUSALITY -> account.relation().name();
            case DOSE -> said(account.dose());
            case GRADE -> String.valueOf(account.grade());
        };
    }

    private static String said(@Nullable Object value) {
        return value == null ? NOTHING : value.toString();
    }
}
