package io.hotlens.skills.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.patient.Patient;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

@Tag("patient")
class TlsTest {

    private static final String PASSWORD = "changeit";

    @TempDir static Path folder;

    /// A key whose certificate is for `san`, such as `ip:127.0.0.1`.
    private static Path keys(String name, String san) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
            return file;
        }
        int status =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                                .toString(),
                                        "-genkeypair",
                                        "-alias",
                                        "jmx",
                                        "-keyalg",
                                        "EC",
                                        "-dname",
                                        "CN=test",
                                        "-ext",
                                        "san=" + san,
                                        "-validity",
                                        "2",
                                        "-storetype",
                                        "PKCS12",
                                        "-keystore",
                                        file.toString(),
                                        "-storepass",
                                        PASSWORD))
                        .redirectErrorStream(true)
                        .start()
                        .waitFor();
        assertEquals(0, status);
        return file;
    }

    private static JvmAddress.JmxUrl trusting(Agent agent, Path store) {
        return agent.address()
                .with(new JvmAddress.Tls.On(Optional.of(store), Optional.of(PASSWORD)));
    }

    private static String failure(JvmAddress address) {
        return String.valueOf(
                assertThrows(TargetException.class, () -> Connector.open(address).close())
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource({"17, false", "25, true"})
    void trustedCertificateIsAcceptedAndAStrangersIsNot(int feature, boolean registryToo)
            throws Exception {
        Path keys = keys("good.p12", "ip:127.0.0.1");
        Path stranger = keys("stranger.p12", "ip:127.0.0.1");
        Agent agent = Agent.secured(keys, PASSWORD, registryToo);
        try (Patient patient = Patient.start(Demo.IDLE, Jdk.find(feature), agent.jvmOptions())) {
            String untrusted = failure(trusting(agent, stranger));
            assertTrue(untrusted.contains("is not trusted"), untrusted);
            String byDefault = failure(agent.address());
            assertTrue(byDefault.contains("is not trusted"), byDefault);
            String plain = failure(agent.address().with(new JvmAddress.Tls.Off()));
            assertTrue(plain.contains("TLS"), plain);
            try (TargetConnection connection = Connector.open(trusting(agent, keys))) {
                assertEquals(patient.pid(), connection.info().pid().orElseThrow());
                assertTrue(connection.threads().samples().size() > 3);
            }
        }
    }

    @Test
    void certificateForAnotherNameIsRefused() throws Exception {
        Path keys = keys("other.p12", "dns:elsewhere.example");
        Agent agent = Agent.secured(keys, PASSWORD, false);
        try (Patient patient = Patient.start(Demo.IDLE, Jdk.find(25), agent.jvmOptions())) {
            assertTrue(patient.isAlive());
            String sentence = failure(trusting(agent, keys));
            assertTrue(sentence.contains("is for another name than 127.0.0.1"), sentence);
        }
    }

    @Test
    void agentWithoutTlsIsNotSpokenToWhenTlsIsWanted() throws Exception {
        Path keys = keys("good.p12", "ip:127.0.0.1");
        Agent agent = Agent.open();
        try (Patient patient = Patient.start(Demo.IDLE, Jdk.find(25), agent.jvmOptions())) {
            assertTrue(patient.isAlive());
            String sentence = failure(trusting(agent, keys));
            assertTrue(sentence.contains("offers no TLS"), sentence);
        }
    }

    @Test
    void missingTrustStoreIsNamed() {
        Path nowhere = folder.resolve("nowhere.p12");
        String sentence = failure(trusting(Agent.open(), nowhere));
        assertTrue(sentence.contains("nowhere.p12"), sentence);
    }
}
