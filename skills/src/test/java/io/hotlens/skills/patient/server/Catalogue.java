package io.hotlens.skills.patient.server;

import com.github.benmanes.caffeine.jcache.configuration.CaffeineConfiguration;

import java.util.OptionalLong;

import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;

/// A cache of prices with statistics, as JCache has it.
final class Catalogue {

    private Catalogue() {}

    /// Two threads look up prices, about a thousand a second.
    ///
    /// @param room how many prices the cache keeps
    /// @param goods how many there are
    static void sell(int room, int goods) {
        Cache<Integer, String> prices = cache(room);
        for (int i = 1; i <= 2; i++) {
            int first = i;
            int[] next = {first};
            Scene.loop(
                    "shop-" + i,
                    1,
                    () -> {
                        next[0] = (next[0] + 7919) % goods;
                        if (prices.get(next[0]) == null) {
                            prices.put(next[0], "price of " + next[0]);
                        }
                        Scene.pauseMillis(1);
                    });
        }
    }

    private static Cache<Integer, String> cache(int room) {
        CacheManager manager = Caching.getCachingProvider().getCacheManager();
        var configuration = new CaffeineConfiguration<Integer, String>();
        configuration.setMaximumSize(OptionalLong.of(room));
        configuration.setStatisticsEnabled(true);
        return manager.createCache("prices", configuration);
    }
}
