package io.hotlens.app.llm.egress;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Values drawn by chance, with what must not leave at any place in them.
final class CanariesInTreesTest {

    /// Each is known by its shape, wherever it stands.
    private static final List<String> ANYWHERE =
            List.of(
                    "password=canaryA1",
                    "Authorization: Bearer canaryB2canaryB2",
                    "alice.canary@example.com",
                    "/srv/canary-xyz/orders.dat",
                    "C:\\canary\\orders.dat",
                    "canary-db.internal",
                    "canary-db:5432",
                    "203.0.113.77",
                    "jdbc:postgresql://canary:pw@canary.example.com/db",
                    "https://canary.example.com/orders?id=1",
                    "user=canaryC3",
                    "-Dshop.region=canary-east",
                    "SHOP_REGION=canary-east",
                    "select canary from canaries where id = 7",
                    "java.io.IOException: the canary is gone",
                    "\"the canary is quoted\"",
                    "sk-live-canaryD4canaryD4canary",
                    "7f3c9a51canary0b2e4d6f8a1c3");

    private static final List<String> BY_FIELD =
            List.of(
                    "message",
                    "newest_message",
                    "query",
                    "waiting_query",
                    "value",
                    "user",
                    "host",
                    "arguments",
                    "properties",
                    "environment",
                    "contents",
                    "db_password");

    private static final List<String> HARMLESS =
            List.of("RUNNABLE", "com.shop.Cart.add:42", "pool-1-thread-3", "98 % of a processor");

    private final Random random = new Random(4711);

    private String text() {
        String canary = ANYWHERE.get(random.nextInt(ANYWHERE.size()));
        return switch (random.nextInt(5)) {
            case 0 -> HARMLESS.get(random.nextInt(HARMLESS.size()));
            case 1 -> canary;
            case 2 -> "it was " + canary;
            case 3 -> "thread 'w' of (" + canary + ") at com.shop.Cart.add:42";
            default -> "first line\n" + canary + "\nlast line";
        };
    }

    private Data tree(int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 3)) {
            case 0 -> Data.of(random.nextDouble());
            case 1, 2 -> Data.of(text());
            case 3 -> {
                var items = new ArrayList<Data>();
                for (int i = random.nextInt(4); i >= 0; i--) {
                    items.add(tree(depth - 1));
                }
                yield Data.items(items);
            }
            default -> fields(depth);
        };
    }

    private Data fields(int depth) {
        var fields = new LinkedHashMap<String, Data>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            fields.put("f" + i, tree(depth - 1));
        }
        fields.put(BY_FIELD.get(random.nextInt(BY_FIELD.size())), Data.of("canary gold"));
        fields.put("host", Data.of("canarygold:80"));
        if (random.nextInt(3) == 0) {
            fields.put("/srv/canary/" + random.nextInt(9), Data.of(1));
        }
        return new Data.Fields(fields);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void noneIsLeft(int depth) {
        for (int round = 0; round < 150; round++) {
            var wash = new Wash();
            Data value = Data.items(List.of(tree(depth), Data.of(HARMLESS.get(round % 4))));

            String clean = Json.write(wash.data(value));

            assertFalse(
                    clean.toLowerCase(Locale.ROOT).contains("canar") || clean.contains("203.0.113"),
                    () -> clean + "\nof " + Json.write(value));
            assertTrue(clean.contains(HARMLESS.get(round % 4)), clean);
        }
    }
}
