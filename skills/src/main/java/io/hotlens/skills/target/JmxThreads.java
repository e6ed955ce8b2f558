package io.hotlens.skills.target;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/// Threads of a target, over JMX and diagnostic commands.
final class JmxThreads implements ThreadReader {

    private static final String BEAN = "java.lang:type=Threading";
    private static final String LONGS = long[].class.getName();
    private static final double NANOS_PER_MS = 1e6;
    private static final double BYTES_PER_MB = 1024.0 * 1024.0;

    private final JmxChannel channel;
    private final CommandLine commands;
    private final ThreadFiles files;
    private final Capabilities capabilities;
    private final CostMeter cost;
    private final InstantSource clock;

    JmxThreads(
            JmxChannel channel,
            CommandLine commands,
            ThreadFiles files,
            Capabilities capabilities,
            Core core) {
        this.channel = channel;
        this.commands = commands;
        this.files = files;
        this.capabilities = capabilities;
        this.cost = core.cost();
        this.clock = core.clock();
    }

    @Override
    public List<ThreadSample> samples() {
        capabilities.require(Capability.THREAD_SAMPLES);
        return channel.call(CallKind.SAMPLE, "the counters of the threads", JmxThreads::samples);
    }

    private static List<ThreadSample> samples(MBeanServerConnection server)
            throws JMException, IOException {
        ObjectName bean = name();
        long[] ids = (long[]) server.getAttribute(bean, "AllThreadIds");
        Object infos =
                server.invoke(
                        bean,
                        "getThreadInfo",
                        new Object[] {ids, 0},
                        new String[] {LONGS, int.class.getName()});
        long[] cpu = perThread(server, bean, "getThreadCpuTime", ids);
        long[] allocated = perThread(server, bean, "getThreadAllocatedBytes", ids);
        var samples = new ArrayList<ThreadSample>(ids.length);
        CompositeData[] threads = (CompositeData[]) infos;
        for (int i = 0; i < threads.length && i < ids.length; i++) {
            if (threads[i] != null) {
                samples.add(sample(ids[i], threads[i], cpu[i], allocated[i]));
            }
        }
        return List.copyOf(samples);
    }

    /// Minus one for each thread when the target does not measure it.
    private static long[] perThread(
            MBeanServerConnection server, ObjectName bean, String operation, long[] ids)
            throws IOException {
        try {
            return (long[])
                    server.invoke(bean, operation, new Object[] {ids}, new String[] {LONGS});
        } catch (JMException | RuntimeException _) {
            return LongStream.generate(() -> -1).limit(ids.length).toArray();
        }
    }

    private static ThreadSample sample(long id, CompositeData info, long cpu, long allocated) {
        return new ThreadSample(
                id,
                String.valueOf(info.get("threadName")),
                String.valueOf(info.get("threadState")),
                cpu < 0 ? -1 : cpu / NANOS_PER_MS,
                allocated < 0 ? -1 : allocated / BYTES_PER_MB,
                count(info.get("blockedCount")),
                count(info.get("waitedCount")));
    }

    private static long count(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    @Override
    public List<Long> deadlocked() {
        return channel.call(
                CallKind.DEADLOCKS,
                "the deadlocked threads",
                server -> {
                    Object ids =
                            server.invoke(
                                    name(), "findDeadlockedThreads", new Object[0], new String[0]);
                    return ids instanceof long[] found
                            ? LongStream.of(found).boxed().toList()
                            : List.of();
                });
    }

    @Override
    public ThreadDump dump() {
        capabilities.require(Capability.THREAD_DUMP);
        String text = commands.send(CallKind.THREAD_PRINT, "Thread.print");
        ThreadDump dump = ThreadPrintParser.parse(clock.instant(), text);
        cost.countThreads(dump.threads().size());
        return dump;
    }

    @Override
    public List<ThreadContainer> containers() {
        capabilities.require(Capability.THREAD_DUMP_JSON);
        return files.containers(commands);
    }

    private static ObjectName name() throws MalformedObjectNameException {
        return new ObjectName(BEAN);
    }
}
