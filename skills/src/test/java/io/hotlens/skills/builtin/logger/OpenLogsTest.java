package io.hotlens.skills.builtin.logger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotlens.skills.target.ProcessReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class OpenLogsTest {

    private static final String READING = "0100000";
    private static final String WRITING = "0100001";
    private static final String APPENDING = "0102001";

    /// @param files path by descriptor
    /// @param flags as the kernel writes them, by descriptor
    private record Open(Map<Integer, String> files, Map<Integer, String> flags)
            implements ProcessReader {
        @Override
        public Optional<String> text(String name) {
            String flag = flags.get(Integer.valueOf(name.substring("fdinfo/".length())));
            return Optional.ofNullable(flag).map(f -> "pos:\t0\nflags:\t" + f + "\nmnt_id:\t29\n");
        }

        @Override
        public Map<Integer, String> openFiles() {
            return new java.util.TreeMap<>(files);
        }

        @Override
        public Path reachable(String path) {
            return Path.of(path);
        }

        @Override
        public java.util.List<NativeThread> nativeThreads() {
            return java.util.List.of();
        }

        @Override
        public double cpuMs() {
            return -1;
        }
    }

    @Test
    void logsAreWhatIsOpenForWritingAndCalledLikeOne() {
        var open =
                new Open(
                        Map.of(
                                1, "/var/log/app/console.txt",
                                4, "/opt/app/lib/app.jar",
                                5, "/var/log/app/server.log",
                                6, "/etc/app/readonly.log",
                                7, "/data/db/store.db",
                                8, "/data/queue/segment-7",
                                9, "/var/log/app/old.log (deleted)",
                                10, "/var/log/app/access_log.2026-11-24"),
                        Map.of(
                                1, WRITING, 4, READING, 5, APPENDING, 6, READING, 7, APPENDING, 8,
                                APPENDING, 9, APPENDING, 10, APPENDING));
        assertEquals(
                List.of(
                        "/var/log/app/console.txt",
                        "/var/log/app/server.log",
                        "/var/log/app/access_log.2026-11-24"),
                OpenLogs.find(open));
    }

    @Test
    void withoutAnyNameThatFitsWhatIsAppendedToIsALog() {
        var open =
                new Open(
                        Map.of(5, "/data/trail", 6, "/data/table"),
                        Map.of(5, APPENDING, 6, WRITING));
        assertEquals(List.of("/data/trail"), OpenLogs.find(open));
        assertEquals(List.of(), OpenLogs.find(new Open(Map.of(), Map.of())));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    pipe:[4711],standard output goes to another process
                    /dev/pts/3,standard output goes to a terminal
                    /dev/null,standard output is thrown away
                    /var/log/out.log,
                    """)
    void standardOutputIsToldInWords(String to, String words) {
        assertEquals(
                Optional.ofNullable(words),
                OpenLogs.standardOutput(new Open(Map.of(1, to), Map.of())));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    /var/log/app.log,true
                    /var/log/app.log.3,true
                    /var/log/app.log.2026-11-24.gz,true
                    /var/log/app-2026.log.gz,true
                    /srv/catalina.out,true
                    /etc/shadow,false
                    /home/ann/.ssh/id_rsa,false
                    /etc/passwd.gz,false
                    /proc/1/environ.log,false
                    """)
    void onlyWhatIsCalledLikeALogMayBeNamed(String path, boolean may) {
        assertEquals(may, OpenLogs.isLogName(path));
    }
}
