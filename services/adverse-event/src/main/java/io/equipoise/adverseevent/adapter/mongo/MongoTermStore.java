package io.equipoise.adverseevent.adapter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import io.equipoise.adverseevent.application.TermStore;
import io.equipoise.adverseevent.domain.DictionaryTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** Terms by the hash of the version that they are of: writing the same again changes nothing. */
public final class MongoTermStore implements TermStore {
    private static final int AT_ONCE = 1_000;

    private final MongoCollection<Document> terms;

    public MongoTermStore(MongoDatabase database) {
        terms = database.getCollection("dictionary_terms");
        terms.createIndex(Indexes.ascending("of", "words"));
    }

    @Override
    public void keep(String sha256, List<DictionaryTerm> all) {
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            terms.bulkWrite(all.subList(from, Math.min(all.size(), from + AT_ONCE)).stream()
                    .map(each -> document(sha256, each))
                    .map(each -> new ReplaceOneModel<>(
                            Filters.eq("_id", each.getString("_id")), each, new ReplaceOptions().upsert(true)))
                    .toList());
        }
    }

    private static Document document(String sha256, DictionaryTerm term) {
        return new Document("_id", sha256 + "/" + term.code())
                .append("of", sha256)
                .append("code", term.code())
                .append("term", term.term())
                .append("words", DictionaryTerm.plain(term.term()))
                .append("preferred", term.preferred())
                .append("grades", term.grades())
                .append("organClass", term.organClass());
    }

    @Override
    public Optional<DictionaryTerm> byCode(String sha256, String code) {
        return Optional.ofNullable(
                        terms.find(Filters.eq("_id", sha256 + "/" + code)).first())
                .map(MongoTermStore::term);
    }

    @Override
    public List<DictionaryTerm> byWords(String sha256, String text) {
        var found = new ArrayList<DictionaryTerm>();
        for (var each : terms.find(
                        Filters.and(Filters.eq("of", sha256), Filters.eq("words", DictionaryTerm.plain(text))))
                .sort(Sorts.ascending("_id"))) {
            found.add(term(each));
        }
        return found;
    }

    private static DictionaryTerm term(Document kept) {
        return new DictionaryTerm(
                kept.getString("code"),
                kept.getString("term"),
                kept.getString("preferred"),
                kept.getList("grades", Integer.class),
                kept.getString("organClass"));
    }
}
