package io.hotlens.ui.model;

import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.skills.skill.SkillId;

import java.util.Optional;
import java.util.function.Function;

/// What ids in events stand for. Its functions are safe from any thread.
///
/// @param skill the name of a skill, for people
/// @param notification what was reported under an id; empty when that is not known
public record EventNames(
        Function<SkillId, String> skill,
        Function<NotificationId, Optional<Notification>> notification) {}
