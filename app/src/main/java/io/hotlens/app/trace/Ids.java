package io.hotlens.app.trace;

import java.security.SecureRandom;
import java.util.HexFormat;

/// Fresh random ids in lowercase hex.
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /// 16 digits: snapshots, notifications, insights.
    public static String shortId() {
        return hex(8);
    }

    /// 32 digits: investigations and runs.
    public static String longId() {
        return hex(16);
    }

    private static String hex(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    static String checked(String value, int digits, String what) {
        if (!value.matches("[0-9a-f]{" + digits + "}")) {
            throw new IllegalArgumentException(
                    "%s is %d lowercase hex digits, not '%s'".formatted(what, digits, value));
        }
        return value;
    }
}
