package io.hotlens.app.loop;

import io.hotlens.skills.data.Data;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// News for a run, pushed by others; safe from any thread.
public final class Mailbox {

    private final LinkedBlockingQueue<Data> news = new LinkedBlockingQueue<>();

    public void push(Data item) {
        news.add(item);
    }

    /// Takes what has come, oldest first, without blocking.
    List<Data> drain() {
        var taken = new ArrayList<Data>();
        news.drainTo(taken);
        return taken;
    }

    /// Waits until there is news or the time has passed.
    ///
    /// @return the news, empty when there was none
    List<Data> await(Duration time) throws InterruptedException {
        Data first = news.poll(Math.max(0, time.toNanos()), TimeUnit.NANOSECONDS);
        if (first == null) {
            return List.of();
        }
        var taken = new ArrayList<Data>();
        taken.add(first);
        news.drainTo(taken);
        return taken;
    }
}
