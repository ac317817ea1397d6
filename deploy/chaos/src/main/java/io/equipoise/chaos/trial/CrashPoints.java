package io.equipoise.chaos.trial;

import io.equipoise.chaos.agent.CrashPoint;
import io.equipoise.chaos.fault.Processes;
import io.equipoise.chaos.load.Doors;
import io.equipoise.chaos.load.Load;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Test 2: services halted just before and just after each named point of their code, under load. */
final class CrashPoints implements Trial {
    private static final List<String> SERVICES =
            List.of("enrolment", "randomization", "adverse-event", "dosing-schedule");
    private static final int EACH = 2;
    private static final int REACHED_IN = 25;
    private static final int AT_MOST = 600;

    private record Armed(String service, String point, Path file, long pid) {}

    @Override
    public Verdict run(House house) throws IOException {
        var verdict = new Verdict("2", "halted before and after each named point");
        var points = new ArrayList<String>();
        CrashPoint.ALL.forEach(point -> Collections.addAll(points, point.before(), point.after()));
        var covered = new ArrayList<String>();
        var ways = new ArrayList<Long>();
        var study = house.study("C2N" + Math.abs(house.random().nextInt(10_000)));
        try (var load =
                Load.whole(house.doors(), study, house.random(), new Load.Size(5, study.name(), Integer.MAX_VALUE))) {
            Doors.pause(5_000);
            long until = System.nanoTime() + AT_MOST * 1_000_000_000L;
            for (int round = 0; round < points.size() && System.nanoTime() < until; round++) {
                halt(house, points.get(round), round, covered, ways);
            }
            load.finish();
            UnderLoad.report(verdict, load);
        }
        Collections.sort(ways);
        UnderLoad.ways(verdict, ways);
        var missed = points.stream().filter(p -> !covered.contains(p)).toList();
        long reached = covered.stream().distinct().count();
        verdict.figure("points covered", reached + "/" + points.size()).figure("halts", covered.size());
        verdict.must(missed.isEmpty(), "every point is covered", missed + " were not reached");
        house.compare(verdict);
        verdict.bound(covered.size());
        return verdict;
    }

    /** Arms the point in two services at once, and waits until both have died there and are back. */
    private static void halt(House house, String point, int round, List<String> covered, List<Long> ways)
            throws IOException {
        var processes = house.processes();
        var armed = new ArrayList<Armed>();
        for (int i = 0; i < EACH; i++) {
            armed.add(arm(house, processes, SERVICES.get((round + 2 * i) % SERVICES.size()), point));
        }
        House.say("halt " + point + " in " + armed.stream().map(Armed::service).toList());
        for (var one : armed) {
            if (died(one)) {
                covered.add(point);
                ways.add(processes.backAfter(one.service(), one.pid()));
            }
        }
    }

    private static Armed arm(House house, Processes processes, String service, String point) throws IOException {
        var file = house.stack().home().resolve("crash").resolve(service).resolve(point);
        Files.createDirectories(file.getParent());
        long pid = processes.pid(service);
        Files.writeString(file, "");
        return new Armed(service, point, file, pid);
    }

    /** False, and disarmed, if the point was not reached in its time. */
    private static boolean died(Armed armed) throws IOException {
        for (int i = 0; i < REACHED_IN * 10; i++) {
            if (!Files.exists(armed.file())) {
                return true;
            }
            Doors.pause(100);
        }
        return !Files.deleteIfExists(armed.file());
    }
}
