package io.hotlens.skills.catalog;

import io.hotlens.skills.patient.Jdk;

class TargetSkillsOn17Test extends TargetSkillsContract {
    TargetSkillsOn17Test() {
        super(Jdk.find(17));
    }
}
