package io.hotlens.ui;

import io.hotlens.app.demo.DemoProcess;
import io.hotlens.skills.demo.Demo;
import io.hotlens.ui.connect.DemoStarter;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/// The demo JVMs that were started from the window; they end when this is closed.
final class OurDemos implements DemoStarter, AutoCloseable {

    private final List<DemoProcess> started = new CopyOnWriteArrayList<>();

    @Override
    public List<Choice> choices() {
        return Stream.of(Demo.values())
                .map(demo -> new Choice(demo.title(), demo.meaning()))
                .toList();
    }

    @Override
    public long start(String name) {
        Demo demo =
                Demo.named(name).orElseThrow(() -> new IllegalArgumentException("no demo " + name));
        DemoProcess process = DemoProcess.start(demo);
        started.add(process);
        return process.pid();
    }

    @Override
    public void close() {
        started.forEach(DemoProcess::close);
    }
}
