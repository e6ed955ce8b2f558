package io.hotlens.skills.catalog;

import io.hotlens.skills.patient.Jdk;

class TargetSkillsOn25Test extends TargetSkillsContract {
    TargetSkillsOn25Test() {
        super(Jdk.find(25));
    }
}
