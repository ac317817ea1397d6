package io.equipoise.adverseevent.domain.stopping;

/**
 * The Beta-binomial rule: stop when the rate exceeds the threshold with more than the stated certainty, given what was
 * seen and the prior. With whole numbers in the prior the posterior tail is a binomial sum, and so exact (rules.md 4.9).
 *
 * @param planned people at most, 1 to 100
 * @param from the least n at which the rule speaks; with 2 the rule at n = 1 is suppressed
 */
public record BayesianBoundary(int planned, Prior prior, Share threshold, Share certainty, int from) implements Method {

    /** Beta(events, without), as if so many people with and without an event had been seen before. */
    public record Prior(int events, int without) {}

    @Override
    public Boundary boundary() {
        return Boundary.upTo(planned, n -> {
            int events = n < from ? n + 1 : 0;
            while (events <= n && posterior(prior, n, events, threshold).compareTo(certainty) <= 0) {
                events++;
            }
            return events;
        });
    }

    @Override
    public String attained(Boundary boundary) {
        return "stops a study whose rate is %s with a chance of %s"
                .formatted(threshold.percent(), boundary.stopping(threshold).rounded(4));
    }

    @Override
    public String evidence(int n, int events) {
        return "the rate is above %s with a certainty of %s, and stopping asks for more than %s"
                .formatted(
                        threshold.percent(),
                        posterior(prior, n, events, threshold).rounded(6),
                        certainty.rounded(6));
    }

    /** P(rate above the threshold), given so many events in n people. */
    static Share posterior(Prior prior, int n, int events, Share threshold) {
        int seen = prior.events() + prior.without() + n - 1;
        return new Binomial(seen, threshold).atMost(prior.events() + events - 1);
    }
}
