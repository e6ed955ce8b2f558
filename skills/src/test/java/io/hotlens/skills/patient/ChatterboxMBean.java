package io.hotlens.skills.patient;

import java.util.Map;

/// What the talkative patient shows by JMX.
public interface ChatterboxMBean {

    String getRegion();

    String[] getTenants();

    Map<String, String> getSettings();

    int getOrders();
}
