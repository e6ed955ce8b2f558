package io.hotlens.ui.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.session.Session;
import io.hotlens.skills.target.JvmAddress;
import io.hotlens.skills.target.JvmProcess;
import io.hotlens.skills.target.TargetException;
import io.hotlens.ui.connect.ConnectViewModel.Attempt;
import io.hotlens.ui.connect.ConnectViewModel.Listing;
import io.hotlens.ui.fx.Tasks;
import io.hotlens.ui.support.Inline;
import io.hotlens.ui.support.Samples;
import io.hotlens.ui.support.ScriptedSession;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

final class ConnectViewModelTest {

    @TempDir Path folder;

    private final ScriptedSession session = new ScriptedSession();
    private final List<Session> opened = new ArrayList<>();

    private ConnectViewModel model(Tasks tasks, Function<JvmAddress, Session> open) {
        var own = new JvmProcess(1, "", "Main", "", "25", "me", Samples.NOON, "", "", true);
        return new ConnectViewModel(
                new Engine(
                        () ->
                                List.of(
                                        own,
                                        Samples.process(4711, "Checkout", "--port=8080"),
                                        Samples.process(812, "Orders", "")),
                        open),
                tasks,
                new RecentTargets(folder.resolve("recent.json")),
                new NoDemos(),
                opened::add);
    }

    private ConnectViewModel listed() {
        ConnectViewModel model = model(Inline.tasks(), _ -> session);
        model.refresh();
        return model;
    }

    private static List<String> names(ConnectViewModel model) {
        return model.jvms().stream().map(JvmProcess::name).toList();
    }

    @Test
    void ourOwnJvmIsNotOffered() {
        assertEquals(List.of("Orders", "Checkout"), names(listed()));
    }

    @Test
    void theSearchLooksAtArgumentsAndPidsToo() {
        ConnectViewModel model = listed();
        model.search().set("8080");
        assertEquals(List.of("Checkout"), names(model));
        model.search().set("812");
        assertEquals(List.of("Orders"), names(model));
    }

    @Test
    void aSearchWithoutMatchSaysSo() {
        ConnectViewModel model = listed();
        model.search().set("nowhere");
        assertEquals(Listing.NO_MATCH, model.listing().get());
    }

    @Test
    void aFailureIsShownInTheTargetsOwnSentence() {
        ConnectViewModel model =
                model(
                        Inline.tasks(),
                        _ -> {
                            throw new TargetException.Denied(
                                    "Process 812 belongs to tomcat: run Hotlens as tomcat.");
                        });
        model.connectPid(812);
        Attempt.Failed failed = assertInstanceOf(Attempt.Failed.class, model.attempt().get());
        assertEquals(
                "Process 812 belongs to tomcat: run Hotlens as tomcat.",
                failed.problem().sentence());
        assertTrue(opened.isEmpty());
    }

    @Test
    void aFaultOfOurOwnCarriesACodeAndItsDetails() {
        ConnectViewModel model =
                model(
                        Inline.tasks(),
                        _ -> {
                            throw new IllegalStateException("boom");
                        });
        model.connectPid(812);
        Attempt.Failed failed = assertInstanceOf(Attempt.Failed.class, model.attempt().get());
        assertTrue(failed.problem().sentence().matches(".*\\(code [0-9A-F]{4}\\).*"));
        assertTrue(failed.problem().details().contains("boom"));
    }

    @Test
    void aConnectionThatComesTooLateIsClosed() {
        var held = new Inline.Held();
        ConnectViewModel model = model(held.tasks(), _ -> session);
        model.connectPid(812);
        assertInstanceOf(Attempt.Connecting.class, model.attempt().get());
        model.giveUp();
        held.release();
        assertTrue(session.isClosed());
        assertTrue(opened.isEmpty());
    }

    @Test
    void aWrongAddressIsToldBeforeAnythingIsTried() {
        ConnectViewModel model = listed();
        model.form().address().set("just-a-host");
        model.connectForm();
        Attempt.Failed failed = assertInstanceOf(Attempt.Failed.class, model.attempt().get());
        assertTrue(failed.problem().sentence().startsWith("“just-a-host” is not an address"));
    }

    @Test
    void aRemoteTargetIsRememberedWithoutItsPassword() throws IOException {
        ConnectViewModel model = listed();
        model.form().address().set("shop.example:9010");
        model.form().user().set("ops");
        model.form().password().set("s3cret");
        model.connectForm();
        assertEquals(List.of(session), opened);
        assertEquals("shop.example:9010", model.recents().getFirst().address());
        assertEquals("", model.form().password().get());
        assertFalse(Files.readString(folder.resolve("recent.json")).contains("s3cret"));
    }

    private static final class NoDemos implements DemoStarter {
        @Override
        public List<Choice> choices() {
            return List.of();
        }

        @Override
        public long start(String name) {
            throw new IllegalArgumentException(name);
        }
    }
}
