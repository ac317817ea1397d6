package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.Recoding.CodedLine;
import java.util.List;
import java.util.Set;

/** The coded events of the studies; may lag a moment behind the journal. */
public interface CodedEvents {

    /** In which any event of the study is coded. */
    Set<String> dictionaries(String study);

    /** By event. */
    List<CodedLine> ofStudy(String study, String dictionary);
}
