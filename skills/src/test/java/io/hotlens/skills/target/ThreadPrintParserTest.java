package io.hotlens.skills.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class ThreadPrintParserTest {

    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

    private static final String JDK_17 =
            """
            2026-01-02 03:04:05
            Full thread dump OpenJDK 64-Bit Server VM (17.0.15+6 mixed mode, sharing):

            Threads class SMR info:
            _java_thread_list=0x00007f1, length=1, elements={
            0x00007f2
            }

            "worker" #12 daemon prio=5 os_prio=0 cpu=45.36ms elapsed=10.32s tid=0x00007f3 nid=0x1234 waiting for monitor entry  [0x00007f4]
               java.lang.Thread.State: BLOCKED (on object monitor)
            \tat com.x.Service.lambda$run$0(Service.java:42)
            \t- waiting to lock <0x000000071f40e0d8> (a com.x.Lock)
            \t- locked <0x000000071f40e0e8> (a java.lang.Class for com.x.Service)
            \tat java.lang.Thread.run(java.base@17.0.15/Thread.java:840)
            \tat com.x.Native.call(Native Method)

            JNI global refs: 14, weak refs: 0
            """;

    private static ThreadDump parse(String text) {
        return ThreadPrintParser.parse(AT, text);
    }

    private static ThreadDump.Stack only(String text) {
        List<ThreadDump.Stack> threads = parse(text).threads();
        assertEquals(1, threads.size(), threads.toString());
        return threads.getFirst();
    }

    @Test
    void threadOfJdk17IsReadWhole() {
        ThreadDump.Stack one = only(JDK_17);
        assertEquals(12, one.id());
        assertEquals("worker", one.name());
        assertTrue(one.daemon());
        assertEquals("BLOCKED", one.state());
        assertEquals("on object monitor", one.detail());
        assertEquals(45.36, one.cpuMs());
        assertEquals(10.32, one.elapsedS());
        assertEquals(
                List.of(
                        new ThreadDump.Frame("com.x.Service.lambda$run$0", "Service.java", 42),
                        new ThreadDump.Frame("java.lang.Thread.run", "Thread.java", 840),
                        new ThreadDump.Frame("com.x.Native.call", "Native Method", -1)),
                one.frames());
        assertEquals(
                Optional.of(new ThreadDump.Lock("0x000000071f40e0d8", "com.x.Lock")),
                one.waitingFor());
        assertEquals(
                List.of(
                        new ThreadDump.Lock(
                                "0x000000071f40e0e8", "java.lang.Class for com.x.Service")),
                one.holds());
    }

    @Test
    void monitorGivenBackByWaitIsNotHeld() {
        ThreadDump.Stack one =
                only(
                        """
                        "waiter" #9 [77] prio=5 os_prio=0 cpu=0.10ms elapsed=1.00s tid=0x7 nid=77 in Object.wait()  [0x8]
                           java.lang.Thread.State: WAITING (on object monitor)
                        \tat java.lang.Object.wait0(java.base@25.0.3/Native Method)
                        \t- waiting on <0x00000000f3900858> (a java.util.ArrayList)
                        \tat com.x.A.run(A.java:9)
                        \t- locked <0x00000000f3900858> (a java.util.ArrayList)
                        \t- locked <0x00000000f3900860> (a java.lang.Object)
                        """);
        assertEquals(
                List.of(new ThreadDump.Lock("0x00000000f3900860", "java.lang.Object")),
                one.holds());
    }

    @Test
    void namesMayHoldQuotesNumbersAndLineBreaks() {
        List<ThreadDump.Stack> threads =
                parse(
                                """
                                "a "quoted" #7 prio=5" #21 [1] prio=5 os_prio=0 cpu=1.00ms elapsed=2.00s tid=0x1 nid=1 runnable  [0x2]
                                   java.lang.Thread.State: RUNNABLE

                                "two

                                lines" #22 [2] prio=5 os_prio=0 cpu=1.00ms elapsed=2.00s tid=0x1 nid=1 runnable  [0x2]
                                   java.lang.Thread.State: RUNNABLE

                                """)
                        .threads();
        assertEquals(
                List.of("a \"quoted\" #7 prio=5", "two\n\nlines"),
                threads.stream().map(ThreadDump.Stack::name).toList());
        assertEquals(List.of(21L, 22L), threads.stream().map(ThreadDump.Stack::id).toList());
    }

    @Test
    void threadsOfTheJvmHaveNoId() {
        ThreadDump.Stack one =
                only(
                        """
                        "VM Thread" os_prio=0 cpu=27.25ms elapsed=10.01s tid=0x00007f nid=24230 runnable\s\s
                        """);
        assertEquals(-1, one.id());
        assertEquals("", one.state());
    }

    @Test
    void oldReleasesWithoutTimesAreRead() {
        ThreadDump.Stack one =
                only(
                        """
                        "main" #1 prio=5 os_prio=0 tid=0x00007f nid=0x1b03 runnable [0x00007f]
                           java.lang.Thread.State: RUNNABLE
                        \tat Main.main(Main.java:5)
                        """);
        assertEquals(-1, one.cpuMs());
        assertEquals(-1, one.elapsedS());
        assertEquals("Main.main:5", one.frames().getFirst().toString());
    }

    @Test
    void mountedVirtualThreadIsAThreadOfItsOwn() {
        List<ThreadDump.Stack> threads =
                parse(
                                """
                                "ForkJoinPool-1-worker-1" #31 [5] daemon prio=5 os_prio=0 cpu=9.00ms elapsed=2.00s tid=0x1 nid=5 runnable  [0x2]
                                   Carrying virtual thread #30
                                \tat jdk.internal.vm.Continuation.run(java.base@25.0.3/Continuation.java:1)
                                   Mounted virtual thread #30
                                \tat com.x.Hot.loop(Hot.java:3)

                                """)
                        .threads();
        assertEquals(List.of(31L, 30L), threads.stream().map(ThreadDump.Stack::id).toList());
        assertEquals("com.x.Hot.loop:3", threads.getLast().frames().getFirst().toString());
    }

    private static String blocked(String name, int id, String waits, String holds) {
        return """
        "%s" #%d [1] prio=5 os_prio=0 cpu=1.00ms elapsed=2.00s tid=0x1 nid=1 waiting for monitor entry  [0x2]
           java.lang.Thread.State: BLOCKED (on object monitor)
        \tat com.x.A.a(A.java:1)
        \t- waiting to lock <%s> (a java.lang.Object)
        \t- locked <%s> (a java.lang.Object)

        """
                .formatted(name, id, waits, holds);
    }

    private static String entry(String name, String waits, String by) {
        return """
        "%s":
          waiting to lock monitor 0x00007fff (object %s, a java.lang.Object),
          which is held by "%s"

        """
                .formatted(name, waits, by);
    }

    @Test
    void deadlockOfThreadsWithOneNameIsToldApartByTheirLocks() {
        String dump =
                blocked("same", 5, "0xc", "0xd")
                        + blocked("same", 1, "0xa", "0xb")
                        + blocked("same", 2, "0xb", "0xa")
                        + "\nFound one Java-level deadlock:\n=============================\n"
                        + entry("same", "0xa", "same")
                        + entry("same", "0xb", "same")
                        + "Java stack information for the threads listed above:\n"
                        + "\"same\":\n\tat com.x.A.a(A.java:1)\n";
        assertEquals(List.of(List.of(1L, 2L)), parse(dump).deadlocks());
        assertEquals(3, parse(dump).threads().size());
    }

    @Test
    void eachDeadlockIsACycleOfItsOwn() {
        String dump =
                blocked("p", 1, "0xa", "0xb")
                        + blocked("q", 2, "0xb", "0xa")
                        + blocked("r", 3, "0xc", "0xd")
                        + blocked("s", 4, "0xd", "0xc")
                        + "\nFound one Java-level deadlock:\n====\n"
                        + entry("p", "0xa", "q")
                        + entry("q", "0xb", "p")
                        + "Java stack information for the threads listed above:\n\n"
                        + "Found one Java-level deadlock:\n====\n"
                        + entry("r", "0xc", "s")
                        + entry("s", "0xd", "r")
                        + "Java stack information for the threads listed above:\n";
        assertEquals(List.of(List.of(1L, 2L), List.of(3L, 4L)), parse(dump).deadlocks());
    }

    @Test
    void textThatIsNoDumpGivesNoThreads() {
        assertTrue(parse("").threads().isEmpty());
        assertTrue(parse("\"unfinished #1 prio").threads().isEmpty());
        assertEquals(AT, parse("x").at());
    }
}
