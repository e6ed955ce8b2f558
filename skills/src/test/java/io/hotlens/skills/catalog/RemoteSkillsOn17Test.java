package io.hotlens.skills.catalog;

import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.target.Agent;

class RemoteSkillsOn17Test extends TargetSkillsContract {
    RemoteSkillsOn17Test() {
        super(Jdk.find(17), Agent.open());
    }
}
