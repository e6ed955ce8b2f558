package io.hotlens.app.llm;

import org.jspecify.annotations.Nullable;

import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/// Collects a body, and lets go of the connection as soon as it is longer than the limit. Its
/// methods are called one after the other.
final class BoundedBody implements BodySubscriber<byte[]> {

    private final BodySubscriber<byte[]> collected = BodySubscribers.ofByteArray();
    private final long limit;
    private Flow.@Nullable Subscription subscription;
    private long received;

    /// @param limit in bytes
    BoundedBody(long limit) {
        this.limit = limit;
    }

    /// Completes with [ExchangeException.TooLarge] beyond the limit.
    @Override
    public CompletionStage<byte[]> getBody() {
        return collected.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        collected.onSubscribe(given);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        received += parts.stream().mapToLong(ByteBuffer::remaining).sum();
        if (received > limit) {
            if (subscription != null) {
                subscription.cancel();
            }
            collected.onError(new ExchangeException.TooLarge());
        } else {
            collected.onNext(parts);
        }
    }

    @Override
    public void onError(Throwable cause) {
        collected.onError(cause);
    }

    @Override
    public void onComplete() {
        collected.onComplete();
    }
}
