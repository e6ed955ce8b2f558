package io.hotlens.skills.catalog;

import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.target.Agent;

class RemoteSkillsOn25Test extends TargetSkillsContract {
    RemoteSkillsOn25Test() {
        super(Jdk.find(25), Agent.open());
    }
}
