package io.equipoise.adverseevent;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.equipoise.adverseevent.adapter.kafka.OriginEar;
import io.equipoise.adverseevent.adapter.kafka.UnblindingEar;
import io.equipoise.adverseevent.adapter.mongo.ArmTitlesProjection;
import io.equipoise.adverseevent.adapter.mongo.HouseProjection;
import io.equipoise.adverseevent.adapter.mongo.ProtocolProjection;
import io.equipoise.adverseevent.adapter.mongo.StoppingToldProjection;
import io.equipoise.adverseevent.application.Detailing;
import io.equipoise.adverseevent.application.MemoryJournal;
import io.equipoise.adverseevent.application.ProductOrigins;
import io.equipoise.adverseevent.application.Unblindings;
import io.equipoise.adverseevent.domain.DetailedEvent;
import io.equipoise.adverseevent.domain.Origins;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.Unblinding;
import io.equipoise.platform.GoldenEars;
import io.equipoise.platform.GoldenEars.Ear;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.web.StrictJson;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HearingTest {
    @Test
    void every_golden_example_that_is_said_to_be_heard_here_is() {
        assertThat(GoldenEars.deafTo("adverse-event", HearingTest::ear)).isEmpty();
    }

    /** The golden unblinding and origin are sealed to a key that nobody has: they are understood, and wait. */
    private static Ear ear(MongoDatabase database) {
        var house = Ear.of(new HouseProjection(database), new StoppingToldProjection(database, StrictJson.mapper()));
        var details = new Detailing(
                new ProtocolProjection(database),
                new CommandHandler<>(new MemoryJournal<SafetyFact>(), DetailedEvent.DECIDER));
        var unblindings = new Unblindings(
                new CommandHandler<>(new MemoryJournal<SafetyFact>(), Unblinding.DECIDER),
                new ArmTitlesProjection(database),
                details);
        var office = new UnblindingEar(unblindings, Optional.empty(), Clock.systemUTC());
        var origins = new ProductOrigins(new CommandHandler<>(new MemoryJournal<SafetyFact>(), Origins.DECIDER));
        var board = new OriginEar(origins, Optional.empty(), Clock.systemUTC());
        var topics =
                Stream.concat(house.topics().stream(), office.topics().stream()).collect(Collectors.toSet());
        return new Ear(topics, heard -> {
            house.handler().accept(heard);
            office.react(heard);
            board.react(heard);
        });
    }
}
