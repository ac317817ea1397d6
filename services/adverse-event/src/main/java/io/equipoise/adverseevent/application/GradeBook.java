package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.Account;
import io.equipoise.platform.Refusal;
import java.util.Optional;

/** Which grades a term has. */
@FunctionalInterface
public interface GradeBook {

    /** Why an account cannot have its grade; empty where it can, or where no dictionary knows its term. */
    Optional<Refusal> refusal(Account account);
}
