package io.equipoise.imaging.adapter.dicom;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * De-identifies a data set, sequences included: what the profile's table names is treated as it says. Of the rest only what the
 * standard knows stays, in the form that the standard gives it, and no free text; text that names somebody goes too.
 */
final class Cleaning {
    private static final int TRIAL = 0x0012;
    private static final int PIXEL_DESCRIPTION = 0x0028;
    private static final int PIXELS = 0x7FE0;
    private static final int LONGEST_TEXT = 1_024;
    private static final int LONGEST_SHORT = 65_534;
    private static final Pattern NUMBER = Pattern.compile(" *[+-]?[0-9.]{1,16}([eE][+-]?[0-9]{1,3})? *");
    private static final Pattern AGE = Pattern.compile("[0-9]{3}[DWMY]");
    private static final Pattern TIME = Pattern.compile(" *[0-9]{2,6}(\\.[0-9]{1,6})? *");
    private static final Pattern DAY = Pattern.compile(" *([0-9]{8}) *");
    private static final Pattern DAY_AND_TIME =
            Pattern.compile(" *([0-9]{8})([0-9]{0,6}(\\.[0-9]{1,6})?)([+-][0-9]{4})? *");
    private static final Pattern CODE = Pattern.compile(" *[A-Z0-9_ ]{0,16} *");
    private static final Pattern WELL_KNOWN = Pattern.compile("1\\.2\\.840\\.10008\\.[0-9.]+");
    private static final Pattern WELL_KNOWN_FRAME = Pattern.compile("1\\.2\\.840\\.10008\\.1\\.4\\.[0-9.]+");

    private static final Pattern COLOURS = Pattern.compile("(MONOCHROME[12]|PALETTE COLOR|RGB|YBR_[A-Z0-9_]{2,12}) *");
    private static final Pattern SETS = Pattern.compile("((ISO_IR|ISO 2022 IR) [0-9]{1,3}|GB18030|GBK|) *");
    private static final Tag PHOTOMETRIC = Tag.of(0x0028_0004);
    private static final Pattern NONE = Pattern.compile("(?!)");
    private static final Tag FRAME_OF_REFERENCE = Tag.of(0x0020_0052);

    private final Pseudonyms names;
    private final Identity identity;
    private final boolean shortLengths;

    Cleaning(Pseudonyms names, Identity identity, Syntax syntax) {
        this.names = names;
        this.identity = identity;
        this.shortLengths = syntax.explicitVr();
    }

    SortedMap<Tag, Planned> of(DataSet data) {
        var planned = new TreeMap<Tag, Planned>();
        for (var element : data.elements().values()) {
            planned(element).ifPresent(to -> planned.put(element.tag(), to));
        }
        return planned;
    }

    private Optional<Planned> planned(Element element) {
        var tag = element.tag();
        if (tag.element() == 0 || tag.group() == TRIAL) {
            return Optional.empty();
        }
        return Profile.of(tag).map(rule -> treated(element, rule)).orElseGet(() -> kept(element));
    }

    private Optional<Planned> treated(Element element, Profile.Rule rule) {
        if (rule.dates() && (element.vr() == Vr.DA || element.vr() == Vr.DT || element.vr() == Vr.TM)) {
            return moved(element);
        }
        return switch (rule.action()) {
            case DUMMY -> Dummies.of(element.vr(), () -> renamed(element, frames(element.tag())));
            case EMPTY -> Optional.of(new Planned.Made(element.vr(), ""));
            case REMOVE -> Optional.empty();
            case REFER -> items(element);
            case RENAME -> renamed(element, frames(element.tag()));
        };
    }

    /** A frame of reference may be one of the standard's own, an atlas of the brain; nothing else that is renamed is. */
    private static Pattern frames(Tag tag) {
        return tag.equals(FRAME_OF_REFERENCE) ? WELL_KNOWN_FRAME : NONE;
    }

    private Optional<Planned> kept(Element element) {
        var vr = element.vr();
        if (!StandardElements.knows(element.tag())
                || StandardElements.vr(element.tag(), false).kind() != vr.kind()
                || (shortLengths && !vr.hasLongLength() && element.end() - element.at() > LONGEST_SHORT)) {
            return Optional.empty();
        }
        return switch (element.value()) {
            case Value.Items _ -> items(element);
            case Value.Numbers _, Value.Tags _ -> copied(element);
            case Value.Fragments _ -> copied(element);
            case Value.Left _ ->
                vr.kind() == Vr.Kind.NUMBER || isOfPixels(element) ? copied(element) : Optional.empty();
            case Value.Texts(var texts) -> text(element, texts);
        };
    }

    private static boolean isOfPixels(Element element) {
        return element.vr().kind() == Vr.Kind.BINARY
                && (element.tag().group() == PIXELS || element.tag().group() == PIXEL_DESCRIPTION);
    }

    private Optional<Planned> text(Element element, List<String> texts) {
        return switch (element.vr()) {
            case DA, DT, TM -> moved(element);
            case UI -> renamed(element, WELL_KNOWN);
            case DS, IS -> where(element, texts, NUMBER);
            case AS -> where(element, texts, AGE);
            case CS ->
                standards(element, texts) || !identity.isIn(texts) ? where(element, texts, CODE) : empty(element);
            case LO, SH ->
                element.end() - element.at() > LONGEST_TEXT || identity.isIn(texts) ? empty(element) : copied(element);
            case PN -> empty(element);
            default -> Optional.empty();
        };
    }

    /** Words of the standard without which nothing is shown, though somebody may be called by one. */
    private static boolean standards(Element element, List<String> texts) {
        var words = element.tag().equals(PHOTOMETRIC) ? COLOURS : element.tag().equals(Tag.CHARACTER_SET) ? SETS : NONE;
        return texts.stream().allMatch(text -> words.matcher(text).matches());
    }

    private static Optional<Planned> where(Element element, List<String> texts, Pattern form) {
        return texts.stream()
                        .allMatch(text -> text.isBlank() || form.matcher(text).matches())
                ? copied(element)
                : empty(element);
    }

    private Optional<Planned> items(Element element) {
        return element.value() instanceof Value.Items(var items)
                ? Optional.of(new Planned.Sequence(items.stream().map(this::of).toList()))
                : Optional.empty();
    }

    private Optional<Planned> renamed(Element element, Pattern asIs) {
        return element.vr() == Vr.UI
                ? rewritten(element, uid -> uid.isEmpty() || asIs.matcher(uid).matches() ? uid : names.uid(uid))
                : Optional.empty();
    }

    /** Days are moved; times of day are kept, and tell no zone. */
    private Optional<Planned> moved(Element element) {
        return rewritten(element, text -> switch (element.vr()) {
            case DA -> {
                var found = DAY.matcher(text);
                yield found.matches() ? names.day(found.group(1)).orElse("") : "";
            }
            case DT -> {
                var found = DAY_AND_TIME.matcher(text);
                yield found.matches()
                        ? names.day(found.group(1))
                                .map(day -> day + found.group(2))
                                .orElse("")
                        : "";
            }
            default -> TIME.matcher(text).matches() ? text.strip() : "";
        });
    }

    private static Optional<Planned> rewritten(Element element, Function<String, String> how) {
        return element.value() instanceof Value.Texts(var texts)
                ? Optional.of(Dummies.text(element.vr(), texts.stream().map(how).toList()))
                : empty(element);
    }

    private static Optional<Planned> copied(Element element) {
        return Optional.of(new Planned.Copied(element));
    }

    private static Optional<Planned> empty(Element element) {
        return Optional.of(new Planned.Made(element.vr(), ""));
    }
}
