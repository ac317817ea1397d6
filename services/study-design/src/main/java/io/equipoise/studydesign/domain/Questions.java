package io.equipoise.studydesign.domain;

import io.equipoise.studydesign.domain.Gap.Blocks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the sources leave open, in their own words. A question about a value is answered by that value, and gives the gap
 * there its name; one about nothing else is answered where it stands.
 */
record Questions(Definition study) {
    private record Question(
            String path,
            String text,
            String blocks,
            @Nullable String about) {
        boolean isAbout(Gap gap) {
            return gap.path().equals(about);
        }
    }

    /** The gaps of the design under the names that the questions give them, and then what only a question asks. */
    List<Gap> over(List<Gap> ofTheDesign) {
        var asked = all();
        var found = new ArrayList<Gap>();
        for (var gap : ofTheDesign) {
            var names = asked.stream().filter(question -> question.isAbout(gap)).toList();
            if (names.isEmpty()) {
                found.add(gap);
            }
            names.forEach(question -> found.add(gap.called(question.text)));
        }
        asked.stream()
                .filter(question -> ofTheDesign.stream().noneMatch(question::isAbout))
                .flatMap(this::gap)
                .forEach(found::add);
        return List.copyOf(found);
    }

    private Stream<Gap> gap(Question question) {
        var answer = question.about == null ? question.path + "/answer" : question.about;
        return question.blocks.equals("NOTHING") || study.known(answer).isPresent()
                ? Stream.empty()
                : Stream.of(Gap.at(study, answer, question.text, Blocks.valueOf(question.blocks)));
    }

    private List<Question> all() {
        var items = study.list("/questions");
        return IntStream.range(0, items.size())
                .mapToObj(n -> question("/questions/" + n, items.get(n)))
                .toList();
    }

    private static Question question(String path, Map<String, Object> item) {
        return new Question(
                path,
                String.valueOf(item.get("text")),
                String.valueOf(item.get("blocks")),
                item.get("about") instanceof String about ? about : null);
    }
}
