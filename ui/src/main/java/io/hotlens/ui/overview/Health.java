package io.hotlens.ui.overview;

import io.hotlens.app.insight.Insight;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.notification.Severity;
import io.hotlens.skills.target.ConnectionState;
import io.hotlens.ui.model.FoundItem;
import io.hotlens.ui.model.OperatorCard;
import io.hotlens.ui.model.TargetModel;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;
import io.hotlens.ui.text.Terms;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// One sentence that answers "is anything wrong?".
///
/// @param severity how bad it is; empty when nothing is known to be wrong
/// @param worst the notification behind the sentence
record Health(String sentence, Optional<Severity> severity, Optional<NotificationId> worst) {

    static Health of(TargetModel model) {
        if (!model.connection().get().isConnected()) {
            return plain(unreachable(model.connection().get()));
        }
        List<Insight> concluded = model.findings().current();
        if (!concluded.isEmpty()) {
            return concluded(concluded.getFirst());
        }
        Optional<FoundItem> worst = model.findings().worstOpen();
        if (worst.isPresent()) {
            return troubled(worst.get(), model);
        }
        if (model.current().get().filter(run -> run.outcome().get().isEmpty()).isPresent()) {
            return plain(Messages.text("health.looking"));
        }
        return plain(quiet(model));
    }

    private static Health concluded(Insight insight) {
        return new Health(
                insight.summary(),
                Optional.of(insight.severity()),
                insight.notificationIds().stream().findFirst());
    }

    private static Health troubled(FoundItem worst, TargetModel model) {
        Severity severity = worst.notification().severity();
        int same = model.findings().open(severity);
        Instant now = model.vitals().get().at();
        Instant since = worst.notification().detectedAt();
        String ago = now.isAfter(since) ? Formats.ago(since, now) : Messages.text("time.now");
        return new Health(
                Messages.text(
                        "health.troubled",
                        same,
                        Terms.of(severity),
                        worst.notification().observation(),
                        ago),
                Optional.of(severity),
                Optional.of(worst.notification().id()));
    }

    private static String quiet(TargetModel model) {
        return model.operators().cards().stream()
                .flatMap(card -> card.lastRun().get().stream())
                .max(Comparator.naturalOrder())
                .map(last -> Formats.ago(last, latest(model, last)))
                .map(ago -> Messages.text("health.quiet", looked(model), ago))
                .orElseGet(() -> Messages.text("health.unknown"));
    }

    private static Instant latest(TargetModel model, Instant atLeast) {
        Instant now = model.vitals().get().at();
        return now.isAfter(atLeast) ? now : atLeast;
    }

    private static long looked(TargetModel model) {
        return model.operators().cards().stream()
                .map(OperatorCard::lastRun)
                .filter(last -> last.get().isPresent())
                .count();
    }

    private static String unreachable(ConnectionState state) {
        return switch (state) {
            case ConnectionState.Connected _ -> "";
            case ConnectionState.Lost(Instant since, _) ->
                    Messages.text("health.lost", Formats.clock(since));
            case ConnectionState.Ended(Instant since, _) ->
                    Messages.text("health.ended", Formats.clock(since));
        };
    }

    private static Health plain(String sentence) {
        return new Health(sentence, Optional.empty(), Optional.empty());
    }
}
