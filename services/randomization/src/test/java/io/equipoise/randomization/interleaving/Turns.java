package io.equipoise.randomization.interleaving;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Programs that run in turns: each goes on to its next step only when it is its turn, and one alone runs at a time. */
final class Turns {
    private final Choices choices;
    private final int preemptions;
    private final Semaphore back = new Semaphore(0);
    private final List<Program> programs = new ArrayList<>();
    private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();
    private @Nullable Program running;

    /** @param preemptions how often a program that could go on may be made to wait */
    Turns(Choices choices, int preemptions) {
        this.choices = choices;
        this.preemptions = preemptions;
    }

    private final class Program {
        private final Semaphore turn = new Semaphore(0);
        private boolean ended;

        private Program(Runnable steps) {
            Thread.ofVirtual().start(() -> {
                turn.acquireUninterruptibly();
                try {
                    steps.run();
                } catch (Throwable failure) {
                    broken.set(failure);
                }
                ended = true;
                back.release();
            });
        }
    }

    void add(Runnable steps) {
        programs.add(new Program(steps));
    }

    /** A step ends here: somebody else may go on first. */
    void step() {
        var me = running;
        if (me != null) {
            back.release();
            me.turn.acquireUninterruptibly();
        }
    }

    /** One of so many, on this way. */
    int choose(int options) {
        return choices.among(options);
    }

    void run() {
        int left = preemptions;
        while (true) {
            var able = programs.stream().filter(program -> !program.ended).toList();
            if (able.isEmpty()) {
                break;
            }
            var last = running;
            boolean goesOn = last != null && !last.ended;
            var next = goesOn && left == 0 ? last : able.get(choices.among(able.size()));
            if (goesOn && next != last) {
                left--;
            }
            running = next;
            next.turn.release();
            back.acquireUninterruptibly();
        }
        running = null;
        if (broken.get() != null) {
            throw new AssertionError(broken.get());
        }
    }
}
