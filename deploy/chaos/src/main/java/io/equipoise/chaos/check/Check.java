package io.equipoise.chaos.check;

import io.equipoise.chaos.evidence.Evidence;
import io.equipoise.chaos.ledger.Account;
import java.util.List;

/** A sentence that must hold of the client's book and the evidence; it answers with what speaks against it. */
@FunctionalInterface
public interface Check {
    List<Finding> against(List<Account> book, Evidence evidence);
}
