package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.Channel;
import io.equipoise.adverseevent.domain.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which channels reach whom: a mailbox of that name, and every browser that the person wants woken. */
public final class Directory {
    private final Set<String> mailboxes;
    private final Watchers watchers;
    private final Watches watches;

    public Directory(Set<String> mailboxes, Watchers watchers, Watches watches) {
        this.mailboxes = Set.copyOf(mailboxes);
        this.watchers = watchers;
        this.watches = watches;
    }

    /** Everybody whom some channel reaches. */
    public Set<String> people() {
        var people = new TreeSet<>(mailboxes);
        people.addAll(watchers.withBrowsers());
        return people;
    }

    /** Where a person hears of an alert of that site. */
    public List<Target> targets(String person, String site) {
        var targets = new ArrayList<Target>();
        if (mailboxes.contains(person)) {
            targets.add(new Target(Channel.EMAIL, person));
        }
        targets.addAll(browsers(person, site));
        return List.copyOf(targets);
    }

    /** The browsers of everybody who may see that site. */
    List<Target> browsers(String site) {
        return watchers.withBrowsers().stream()
                .flatMap(person -> browsers(person, site).stream())
                .toList();
    }

    private List<Target> browsers(String person, String site) {
        return watches.officer(person).browsers().stream()
                .filter(browser -> browser.sees(site))
                .map(browser -> new Target(Channel.WEB_PUSH, person + "/" + browser.id()))
                .toList();
    }
}
