package io.hotlens.app.llm.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

final class TextCleanerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    write to alice.canary@example.com now | write to mail-1 now
                    file /srv/canary-xyz/orders.dat is full | file path-1 is full
                    (file=/srv/canary/a b) | (file=path-1 b)
                    C:\\Users\\canary\\app.log grows | path-1 grows
                    \\\\canary\\share\\x.txt | path-1
                    see canary-orders.log | see path-1
                    to canary-db.internal:5432 in 3 ms | to host-1:5432 in 3 ms
                    to canary-db:5432 | to host-1:5432
                    to db.canary.example.com. | to host-1.
                    DB1.CANARY.CORP answers | host-1 answers
                    to 10.20.30.40:443 | to ip-1:443
                    to fe80::1ca:1%eth0 | to ip-1%eth0
                    worker-10.20.30.40-3 | worker-ip-1-3
                    jdbc:postgresql://canary/shop?ssl=true waits | jdbc:postgresql:url-1 waits
                    jdbc:oracle:thin:@canary:1521:x | jdbc:oracle:url-1
                    GET https://canary.example.com/x?y=1. | GET https://url-1.
                    jar:file:/srv/canary.jar!/x | jar:file:path-1
                    user=canary7 waits | user=user-1 waits
                    login 'canary' failed | login 'user-1' failed
                    session 4eC39HqLyjWDarjtT1zdp7dc ends | session id-1 ends
                    worker-550e8400-e29b-41d4-a716-446655440000 | worker-id-1
                    id 9f86d081884c7d65 | id id-1
                    session-*f*c*a*canary*b*e | session-id-1
                    conn-canary-db.internal-1 | host-1
                    -Dshop.region=canary -Dn=4 | -Dshop.region=[property value withheld: 6 chars] -Dn=4
                    SHOP_REGION=canary | SHOP_REGION=[property value withheld: 6 chars]
                    runs select * from canary where id = 7 | runs [SQL 1 withheld: 33 chars]
                    'UPDATE canary SET x = 1' took 5 ms | '[SQL 1 withheld: 23 chars]' took 5 ms
                    java.io.IOException: no canary in the mine | java.io.IOException: [log text 1 withheld: 21 chars]
                    most say "payment canary failed now" | most say "[log text 1 withheld: 25 chars]"
                    db.password=canary | db.password=[redacted]
                    """)
    void whatMayNotLeaveIsReplaced(String text, String clean) {
        assertEquals(clean, new Wash().prose(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "thread 'http-nio-8080-exec-10' used 98 % of a processor at com.shop.Cart.add:42",
                "java.util.concurrent.locks.ReentrantLock@0x000000069dc024d8",
                "com.shop.Order$$Lambda/0x00007f2a3c0b1a20.run",
                "java.base/java.lang.Thread.run(Thread.java:1583)",
                "jdk.internal.reflect.GeneratedConstructorAccessor12.newInstance",
                "com.example.shop.internal and org.foo.net are packages",
                "org.apache.coyote.http11.Http11NioProtocol2",
                "java.lang.OutOfMemoryError: Java heap space",
                "G1 Evacuation Pause, -Xmx512m -XX:+UseG1GC -XX:ParallelGCThreads=64",
                "start it with -XX:NativeMemoryTracking=summary; read /proc/PID/fd",
                "MB/s and 3 /min, and/or 10 /s",
                "localhost:8080, 127.0.0.1, 0.0.0.0:80 and ::1 at 12:30:45",
                "2024-01-01T12:00:00.123456789Z",
                "accepted on :8080",
                "http-nio-*-exec-* pool-*-thread-* to *.*.*.*:5432",
                "pool-1-thread-3 HikariPool-1 C2 CompilerThread0 GC Thread#3",
                "gc.live_set_mb and jvm.live_threads rise by 3.5/min since 1700000000000",
                "Tracer::method, [redacted] and \"worker\"",
                "25.0.1+8-LTS OpenJDK 64-Bit Server VM 17.0.12",
                "com.zaxxer.hikari:type=Pool (HikariPool-1)",
            })
    void namesInCodeNumbersAndStatesStay(String text) {
        assertEquals(text, new Wash().prose(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PATHS | file /srv/canary/a to 10.0.0.9 | file /srv/canary/a to ip-1
                    HOSTS | file /srv/canary/a to 10.0.0.9 | file path-1 to 10.0.0.9
                    SQL | select a from b where h = '10.0.0.9' | select a from b where h = 'ip-1'
                    LOG_TEXT | a.FooError: no file /srv/canary/a | a.FooError: no file path-1
                    PROPERTIES | -Dx=/srv/canary/a | -Dx=path-1
                    USERS | user=canary of db.password=x1 | user=canary of db.password=[redacted]
                    """)
    void whatIsAllowedLeavesButForWhatIsInIt(DataClass allowed, String text, String clean) {
        assertEquals(clean, new Wash(allowed).prose(text));
    }

    @Test
    void aNameOfAHostOrAnAccountIsKnownAgainWithinOtherWords() {
        var wash = new Wash();
        wash.prose("to canary-db.internal:5432, user=goldfinch");

        assertEquals(
                "pool-host-1-3 of user-1",
                wash.prose("pool-canary-db-3 of goldfinch").replace("host-2", "host-1"));
        assertEquals("com.goldfinch.Cart", wash.prose("com.goldfinch.Cart"));
    }

    @Test
    void textThatLooksLikeAStandInIsNotTakenForOne() {
        var wash = new Wash();
        String first = wash.prose("to canary-db.internal:80");
        String second = wash.prose("threads host-1 and path-1-x, [log text 1 withheld: 9 chars]");

        assertEquals("to host-1:80", first);
        assertEquals("to canary-db.internal:80", wash.back(first));
        assertEquals(
                "threads host-1 and path-1-x, [log text 1 withheld: 9 chars]", wash.back(second));
        assertEquals("threads host-2", second.substring(0, 14));
    }

    @Test
    void secretsAreCountedAndNotKept() {
        var wash = new Wash();
        wash.prose("password=canary1 and token=canary2");

        assertEquals(2, wash.findings.secrets());
        assertEquals(0, wash.findings.replaced().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a.",
                "a.b-",
                "/",
                "/a",
                "select ",
                "\"",
                "x@",
                "10.",
                ":",
                "a:",
                "http://",
                "Error: ",
                "user=",
                "-Dx=",
                "\\",
                "0123456789abcdef",
                "host-1 ",
                "\uE000",
                "x y "
            })
    void longTextIsCleanedInTimeThatGrowsWithItsLength(String part) {
        String text = "a" + part.repeat(256_000 / part.length());

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> new Wash().prose(text));
    }
}
