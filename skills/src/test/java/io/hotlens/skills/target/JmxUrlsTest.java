package io.hotlens.skills.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JmxUrlsTest {

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    localhost:9010,                                              localhost, 9010, jmxrmi
                    ' db.example.org:1099 ',                                     db.example.org, 1099, jmxrmi
                    [::1]:9010,                                                  ::1,       9010, jmxrmi
                    service:jmx:rmi:///jndi/rmi://h:7091/jmxrmi,                 h,         7091, jmxrmi
                    service:jmx:rmi:///jndi/rmi://[fe80::1]:7091/karaf-root,     fe80::1,   7091, karaf-root
                    service:jmx:rmi://h:44444/jndi/rmi://h:7091/jmxrmi,          h,         7091, jmxrmi
                    service:jmx:rmi:///jndi/rmi://h/jmxrmi,                      h,         1099, jmxrmi
                    """)
    void addressIsRead(String text, String host, int port, String name) {
        JvmAddress.JmxUrl url = JmxUrls.parse(text);
        assertEquals(host, url.host());
        assertEquals(port, url.port());
        assertEquals(name, url.name());
        assertTrue(url.credentials().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    service:jmx:rmi:///stub/rO0ABXNyAC5qYXZh,              /stub/
                    service:jmx:rmi://h:1/stub/rO0AB,                      /stub/
                    service:jmx:rmi:///jndi/ldap://evil.example/x,         LDAP
                    service:jmx:rmi:///jndi/ldaps://evil.example/x,        LDAP
                    service:jmx:rmi:///jndi/LDAP://evil.example/x,         LDAP
                    service:jmx:iiop:///jndi/iiop://h:1/x,                 IIOP
                    service:jmx:rmi:///jndi/iiop://h:1/x,                  IIOP
                    service:jmx:jmxmp://h:9999,                            JMXMP
                    service:jmx:rmi:///jndi/rmi://h:1/ldap://evil/x,       LDAP
                    service:jmx:rmi:///jndi/rmi://user@h:1/jmxrmi,         not a JMX address
                    http://h:8080/jolokia,                                 not a JMX address
                    h,                                                     not a JMX address
                    '',                                                    empty
                    h:0,                                                   between 1 and 65535
                    h:70000,                                               between 1 and 65535
                    """)
    void everythingElseIsRefusedWithTheReason(String text, String reason) {
        var refused = assertThrows(IllegalArgumentException.class, () -> JmxUrls.parse(text));
        assertTrue(String.valueOf(refused.getMessage()).contains(reason), refused.getMessage());
    }
}
