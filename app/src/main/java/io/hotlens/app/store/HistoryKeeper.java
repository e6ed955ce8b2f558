package io.hotlens.app.store;

import io.hotlens.app.event.AppEvent;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.skills.target.Subscription;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// Keeps what the sessions of this process investigate, as the settings say, and gives it back. The
/// file is opened when it is first needed. Safe from any thread; methods block.
public final class HistoryKeeper implements AutoCloseable {

    private final Path file;
    private final Supplier<HistoryOptions> options;
    private final InstantSource clock;
    private final List<HistoryFeed> feeds = new ArrayList<>();
    private Consumer<String> troubles = _ -> {};
    private Runnable written = () -> {};
    private Optional<InvestigationStore> opened = Optional.empty();
    private String trouble = "";

    /// @param file of the history; it need not exist
    /// @param options asked at the beginning of each investigation
    public HistoryKeeper(Path file, Supplier<HistoryOptions> options, InstantSource clock) {
        this.file = file;
        this.options = options;
        this.clock = clock;
    }

    public Path file() {
        return file;
    }

    /// Has a sentence told once when nothing can be kept, and an empty one when it can again.
    public synchronized void tell(Consumer<String> listener) {
        troubles = listener;
    }

    /// Has it told, on the thread that writes, whenever something was added to what is kept.
    public synchronized void whenWritten(Runnable listener) {
        written = listener;
    }

    private synchronized Runnable written() {
        return written;
    }

    /// Why nothing can be kept at present; empty when all is well.
    public synchronized String trouble() {
        return trouble;
    }

    /// Keeps the investigations of a session until it is closed, which writes what is left.
    public Subscription follow(HistorySource source) {
        HistoryFeed feed = HistoryFeed.start(source, this);
        synchronized (this) {
            feeds.add(feed);
        }
        return () -> end(feed);
    }

    private void end(HistoryFeed feed) {
        synchronized (this) {
            feeds.remove(feed);
        }
        feed.close();
    }

    boolean keeps() {
        return options.get().on();
    }

    /// @return false when it cannot be written now
    boolean write(HistorySource source, List<AppEvent> events) {
        try {
            store().write(source, events);
            become("");
            written().run();
            return true;
        } catch (StoreException e) {
            become(e.getMessage() + " Investigations go on, but are not kept.");
            return false;
        }
    }

    /// Lets go of what is too old or too much, while anything is kept.
    void retain() {
        HistoryOptions now = options.get();
        if (!now.on()) {
            return;
        }
        try {
            store().retain(now, clock.instant());
        } catch (StoreException e) {
            become(String.valueOf(e.getMessage()));
        }
    }

    private void become(String sentence) {
        Consumer<String> listener;
        synchronized (this) {
            if (sentence.equals(trouble)) {
                return;
            }
            trouble = sentence;
            listener = troubles;
        }
        listener.accept(sentence);
    }

    synchronized InvestigationStore store() {
        InvestigationStore store = opened.orElseGet(() -> InvestigationStore.open(file));
        if (opened.isEmpty()) {
            opened = Optional.of(store);
        }
        return store;
    }

    /// What the store says; `nothing` while there is no file.
    private <T> T read(Function<InvestigationStore, T> question, T nothing) {
        return Files.exists(file) ? question.apply(store()) : nothing;
    }

    /// Newest first.
    ///
    /// @throws StoreException when the file cannot be used
    public List<HistoryEntry> find(HistoryQuery query) {
        return read(store -> store.find(query), List.of());
    }

    /// @throws StoreException when the file cannot be used
    public Optional<KeptInvestigation> read(InvestigationId id) {
        return read(store -> store.read(id), Optional.empty());
    }

    /// The one whose id is `text` or begins with it.
    ///
    /// @throws IllegalArgumentException when there is none, or more than one
    /// @throws StoreException when the file cannot be used
    public KeptInvestigation named(String text) {
        List<InvestigationId> found =
                read(store -> store.beginningWith(text.strip()), List.<InvestigationId>of());
        if (found.size() > 1) {
            throw new IllegalArgumentException(
                    "'%s' is the beginning of several investigations: %s; give more of the id"
                            .formatted(
                                    text,
                                    String.join(
                                            ", ",
                                            found.stream().map(InvestigationId::value).toList())));
        }
        return found.stream()
                .findFirst()
                .flatMap(this::read)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no investigation '%s' was kept; hotlens history lists them"
                                                .formatted(text)));
    }

    /// The names of all targets, in order.
    ///
    /// @throws StoreException when the file cannot be used
    public List<String> targets() {
        return read(InvestigationStore::targets, List.of());
    }

    /// The types of all root causes, in order.
    ///
    /// @throws StoreException when the file cannot be used
    public List<String> causes() {
        return read(InvestigationStore::causes, List.of());
    }

    /// @return false when there was none of that id
    /// @throws StoreException when the file cannot be used
    public boolean delete(InvestigationId id) {
        return read(store -> store.delete(id), false);
    }

    /// Writes what is left of the sessions that are still followed, and closes the file.
    @Override
    public void close() {
        List<HistoryFeed> last;
        synchronized (this) {
            last = List.copyOf(feeds);
            feeds.clear();
        }
        last.forEach(HistoryFeed::close);
        synchronized (this) {
            opened.ifPresent(InvestigationStore::close);
            opened = Optional.empty();
        }
    }
}
