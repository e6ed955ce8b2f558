package io.hotlens.skills.builtin.heap;

/// Cache libraries that show their sizes and hit ratios by MBeans, when statistics are switched on.
enum CacheBeans {
    JCACHE(
            "JCache",
            "javax.cache:type=CacheStatistics,*",
            "Cache",
            "CacheGets,CacheHits,CacheMisses,CacheEvictions,CacheHitPercentage"),
    EHCACHE(
            "Ehcache",
            "net.sf.ehcache:type=CacheStatistics,*",
            "name",
            "CacheHits,CacheMisses,ObjectCount,MemoryStoreObjectCount"),
    HAZELCAST(
            "Hazelcast",
            "com.hazelcast:type=IMap,*",
            "name",
            "size,localHits,localOwnedEntryCount,localHeapCost"),
    HIBERNATE(
            "Hibernate second-level cache",
            "Hibernate:type=statistics,*",
            "sessionFactory",
            "SecondLevelCacheHitCount,SecondLevelCacheMissCount,SecondLevelCachePutCount");

    private final String title;
    private final String pattern;
    private final String nameKey;
    private final String attributes;

    CacheBeans(String title, String pattern, String nameKey, String attributes) {
        this.title = title;
        this.pattern = pattern;
        this.nameKey = nameKey;
        this.attributes = attributes;
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

    java.util.List<String> attributes() {
        return java.util.List.of(attributes.split(","));
    }
}
