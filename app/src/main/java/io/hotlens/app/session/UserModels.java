package io.hotlens.app.session;

import io.hotlens.app.llm.Ledger;
import io.hotlens.app.llm.LedgerFile;
import io.hotlens.app.llm.LlmException;
import io.hotlens.app.llm.Models;
import io.hotlens.app.llm.PriceTable;
import io.hotlens.app.llm.egress.EgressPolicy;
import io.hotlens.app.model.Provider;
import io.hotlens.app.settings.ConfigFolder;
import io.hotlens.app.settings.KeyRing;
import io.hotlens.app.settings.Settings;
import io.hotlens.app.settings.SettingsException;
import io.hotlens.app.settings.SettingsFile;
import io.hotlens.app.settings.TargetKey;
import io.hotlens.app.store.HistoryOptions;

import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// The models as this user set them up; read anew each time.
final class UserModels implements Supplier<Models.Setup> {

    private final SettingsFile settings;
    private final KeyRing keys;
    private final Ledger ledger;

    UserModels(ConfigFolder folder, InstantSource clock) {
        this.settings = new SettingsFile(folder);
        this.keys = KeyRing.of(folder);
        this.ledger = Ledger.in(LedgerFile.at(folder.spending()), clock);
    }

    SettingsFile settings() {
        return settings;
    }

    KeyRing keys() {
        return keys;
    }

    /// Reads the settings, changes them and writes them; nothing is written over a file that cannot
    /// be understood. The key of a client that is no longer there goes too.
    ///
    /// @throws SettingsException when they cannot be read or written
    synchronized Settings change(UnaryOperator<Settings> how) {
        Settings before = settings.read();
        Settings changed = how.apply(before);
        settings.write(changed);
        var gone = new LinkedHashSet<>(before.models().clients().keySet());
        gone.removeAll(changed.models().clients().keySet());
        gone.forEach(keys::forget);
        return changed;
    }

    /// Policies of targets in the settings.
    SessionEgress.Policies policies() {
        return new SessionEgress.Policies() {
            @Override
            public EgressPolicy of(TargetKey target) {
                return egress(target);
            }

            @Override
            public void keep(TargetKey target, Optional<EgressPolicy> own) {
                change(settings -> settings.with(settings.egress().with(target, own)));
            }
        };
    }

    private Optional<String> key(String client, Provider provider) {
        try {
            return keys.key(client, provider);
        } catch (SettingsException e) {
            throw new LlmException.Fatal(String.valueOf(e.getMessage()));
        }
    }

    /// What may leave about a target; nothing while the settings cannot be understood.
    EgressPolicy egress(TargetKey target) {
        try {
            return settings.read().egress().of(target);
        } catch (SettingsException _) {
            return new EgressPolicy(EgressPolicy.Mode.NEVER, Set.of());
        }
    }

    /// What is kept of investigations; nothing while the settings cannot be understood, since they
    /// may say so.
    HistoryOptions history() {
        try {
            return settings.read().history();
        } catch (SettingsException _) {
            return HistoryOptions.OFF;
        }
    }

    /// @throws io.hotlens.app.settings.SettingsException when the settings cannot be understood
    @Override
    public Models.Setup get() {
        Settings chosen = settings.read();
        return new Models.Setup(
                chosen.models(),
                this::key,
                PriceTable.with(chosen.prices()),
                chosen.spending(),
                ledger);
    }
}
