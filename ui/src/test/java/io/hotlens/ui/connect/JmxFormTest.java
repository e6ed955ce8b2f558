package io.hotlens.ui.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.target.JvmAddress.Tls;
import io.hotlens.ui.connect.JmxForm.Parsed;
import io.hotlens.ui.connect.JmxForm.TlsChoice;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JmxFormTest {

    private final JmxForm form = new JmxForm();

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    db.example:9010, db.example, 9010, jmxrmi
                    '  db.example:9010 ', db.example, 9010, jmxrmi
                    [::1]:9010, ::1, 9010, jmxrmi
                    service:jmx:rmi:///jndi/rmi://db:9010/jmxrmi, db, 9010, jmxrmi
                    service:jmx:rmi:///jndi/rmi://db:9010/karaf-root, db, 9010, karaf-root
                    """)
    void addressesAreReadAsPeopleWriteThem(String typed, String host, int port, String name) {
        form.address().set(typed);
        Parsed.Good good = assertInstanceOf(Parsed.Good.class, form.parse());
        assertEquals(host, good.address().host());
        assertEquals(port, good.address().port());
        assertEquals(name, good.address().name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "host",
                "host:99999",
                "host:0",
                "service:jmx:iiop:///jndi/iiop://host:1/x",
                "service:jmx:rmi:///stub/rO0AB",
                "ldap://host:389/x"
            })
    void anythingElseIsRefusedWithASentence(String typed) {
        form.address().set(typed);
        assertInstanceOf(Parsed.Bad.class, form.parse());
    }

    @Test
    void aTrustStoreThatCannotBeReadIsToldByItsName() {
        form.address().set("host:9010");
        form.tls().set(TlsChoice.ON);
        form.trustStore().set("/no/such/store.p12");
        Parsed.Bad bad = assertInstanceOf(Parsed.Bad.class, form.parse());
        assertTrue(bad.sentence().contains("/no/such/store.p12"));
    }

    @Test
    void withoutAUserNoCredentialsAreSent() {
        form.address().set("host:9010");
        form.password().set("left over");
        form.tls().set(TlsChoice.OFF);
        Parsed.Good good = assertInstanceOf(Parsed.Good.class, form.parse());
        assertTrue(good.address().credentials().isEmpty());
        assertEquals(new Tls.Off(), good.address().tls());
    }
}
