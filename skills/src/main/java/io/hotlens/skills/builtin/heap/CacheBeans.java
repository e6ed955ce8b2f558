package io.hotlens.skills.builtin.heap;

import java.util.List;
import java.util.stream.Stream;

/// Cache libraries that show their sizes and hits by MBeans, when statistics are switched on.
enum CacheBeans {
    JCACHE(
            "JCache",
            "javax.cache:type=CacheStatistics,*",
            "Cache",
            "CacheHits,CacheMisses,CacheEvictions,"),
    EHCACHE(
            "Ehcache",
            "net.sf.ehcache:type=CacheStatistics,*",
            "name",
            "CacheHits,CacheMisses,,ObjectCount"),
    HAZELCAST("Hazelcast", "com.hazelcast:type=IMap,*", "name", "localHits,,,size"),
    HIBERNATE(
            "Hibernate second-level cache",
            "Hibernate:type=statistics,*",
            "sessionFactory",
            "SecondLevelCacheHitCount,SecondLevelCacheMissCount,,");

    private static final int ROLES = 4;

    private final String title;
    private final String pattern;
    private final String nameKey;
    private final String roles;

    CacheBeans(String title, String pattern, String nameKey, String roles) {
        this.title = title;
        this.pattern = pattern;
        this.nameKey = nameKey;
        this.roles = roles;
    }

    String title() {
        return title;
    }

    String pattern() {
        return pattern;
    }

    /// The key of the object name that holds the cache's name.
    String nameKey() {
        return nameKey;
    }

    List<String> attributes() {
        return Stream.of(roles.split(",", ROLES)).filter(role -> !role.isEmpty()).toList();
    }

    String hits() {
        return role(0);
    }

    String misses() {
        return role(1);
    }

    String evictions() {
        return role(2);
    }

    String entries() {
        return role(3);
    }

    /// Empty when the library does not tell it.
    private String role(int place) {
        return roles.split(",", ROLES)[place];
    }
}
