package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.CaseCommand.Attach;
import io.equipoise.adverseevent.domain.CaseFact.CaseFileAttached;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Documents of a case: kept before the fact is recorded, checked by their hash whenever they are read. */
public final class CaseFileDesk {
    /** What a file of each media type begins with; plain text begins with anything. */
    private static final Map<String, byte[]> BEGINNINGS = Map.of(
            "application/pdf", "%PDF-".getBytes(StandardCharsets.US_ASCII),
            "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G'},
            "image/jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff},
            "text/plain", new byte[0]);

    private final CaseBook book;
    private final FileStore store;

    public CaseFileDesk(CaseBook book, FileStore store) {
        this.book = book;
        this.store = store;
    }

    public Outcome<SafetyFact> attach(String caseId, String name, String mediaType, byte[] bytes, Attribution by) {
        var beginning = BEGINNINGS.get(mediaType);
        if (beginning == null || !beginsWith(bytes, beginning)) {
            return new Outcome.Refused<>(Refusal.invalid(
                    "FILE_TYPE_NOT_TAKEN",
                    "a file is application/pdf, image/png, image/jpeg or text/plain, and looks like it",
                    "Content-Type"));
        }
        if (bytes.length == 0) {
            return new Outcome.Refused<>(Refusal.invalid("FILE_EMPTY", "the file has no content", ""));
        }
        var opened = book.state(caseId).opened();
        var hash = sha256(bytes);
        var file = hash.substring(0, 16);
        opened.ifPresent(known -> store.keep(caseId + "/" + file, "subject/" + known.subject(), bytes));
        return book.handle(caseId, new Attach(file, name, mediaType, bytes.length, hash), by);
    }

    /** What is on record of a file; empty where the case has no such file. */
    public Optional<CaseFileAttached> about(String caseId, String file) {
        return book.state(caseId).files().stream()
                .filter(each -> each.file().equals(file))
                .findFirst();
    }

    /** Empty where the case has no such file, or its subject was forgotten. */
    public Optional<byte[]> read(String caseId, String file) {
        return about(caseId, file)
                .flatMap(each -> store.bytes(caseId + "/" + file).map(bytes -> checked(each, bytes)));
    }

    private static byte[] checked(CaseFileAttached about, byte[] bytes) {
        if (!sha256(bytes).equals(about.sha256())) {
            throw new IllegalStateException("file " + about.file() + " of " + about.caseId() + " is not what was kept");
        }
        return bytes;
    }

    private static boolean beginsWith(byte[] bytes, byte[] beginning) {
        return bytes.length >= beginning.length
                && Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
