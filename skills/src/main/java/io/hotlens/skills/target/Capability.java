package io.hotlens.skills.target;

/// Something a connection can do. Skills ask for these, never for versions.
public enum Capability {
    PERF_COUNTERS("performance counters"),
    ATTACH_COMMANDS("diagnostic commands over the attach socket"),
    JMX_READ("MBean attributes"),
    JMX_INVOKE("MBean operations"),
    DIAGNOSTIC_COMMANDS("diagnostic commands"),
    EVENT_STREAM("flight recorder events"),
    THREAD_SAMPLES("CPU time and allocation by thread"),
    THREAD_DUMP("thread dumps"),
    THREAD_DUMP_JSON("thread dumps with containers and virtual threads"),
    VIRTUAL_THREAD_SCHEDULER("the scheduler of virtual threads"),
    NATIVE_MEMORY_TRACKING("native memory tracking"),
    METHOD_TRACE("method tracing"),
    EXCEPTION_THROTTLE("exceptions one by one at a limited rate"),
    PROCESS_FILES("the process's entry in /proc");

    private final String words;

    Capability(String words) {
        this.words = words;
    }

    /// What it gives, as people say it.
    public String words() {
        return words;
    }
}
