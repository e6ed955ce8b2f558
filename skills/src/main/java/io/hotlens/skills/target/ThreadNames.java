package io.hotlens.skills.target;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/// The names of a target's live platform threads.
final class ThreadNames {

    private ThreadNames() {}

    static Set<String> of(MBeanServerConnection server) throws IOException, JMException {
        var bean = new ObjectName("java.lang:type=Threading");
        Object ids = server.getAttribute(bean, "AllThreadIds");
        Object infos =
                server.invoke(
                        bean,
                        "getThreadInfo",
                        new Object[] {ids},
                        new String[] {long[].class.getName()});
        return Arrays.stream((CompositeData[]) infos)
                .filter(Objects::nonNull)
                .map(info -> String.valueOf(info.get("threadName")))
                .collect(Collectors.toUnmodifiableSet());
    }
}
