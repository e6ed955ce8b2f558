import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Packs the pictures of the icon into the containers that Windows and macOS want:
/// `java Icons.java FOLDER_OF_PNGS FOLDER_FOR_ICONS`.
final class Icons {

    /// Sizes in pixels, and the name that an icns file has for each; both containers hold PNGs as they are.
    private static final Map<Integer, String> SIZES = Map.of(16, "icp4", 32, "icp5", 128, "ic07", 256, "ic08");
    private static final Set<Integer> WINDOWS = Set.of(16, 32, 48, 128, 256);
    private static final int ICO_HEADER = 6;
    private static final int ICO_ENTRY = 16;
    private static final int ICNS_HEADER = 8;

    private Icons() {}

    public static void main(String[] arguments) throws IOException {
        Path from = Path.of(arguments[0]);
        Path to = Files.createDirectories(Path.of(arguments[1]));
        var pictures = new LinkedHashMap<Integer, byte[]>();
        for (int size : WINDOWS.stream().sorted().toList()) {
            pictures.put(size, Files.readAllBytes(from.resolve("icon-" + size + ".png")));
        }
        Files.write(to.resolve("hotlens.ico"), ico(pictures));
        Files.write(to.resolve("hotlens.icns"), icns(pictures));
        Files.write(to.resolve("hotlens.png"), pictures.get(256));
    }

    /// A directory of the pictures, then the pictures; all numbers little-endian, 256 written as 0.
    private static byte[] ico(Map<Integer, byte[]> pictures) {
        int bytes = pictures.values().stream().mapToInt(picture -> picture.length + ICO_ENTRY).sum();
        ByteBuffer out = ByteBuffer.allocate(ICO_HEADER + bytes).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) 0).putShort((short) 1).putShort((short) pictures.size());
        int at = ICO_HEADER + ICO_ENTRY * pictures.size();
        for (Map.Entry<Integer, byte[]> one : pictures.entrySet()) {
            byte side = (byte) (one.getKey() % 256);
            out.put(side).put(side).putShort((short) 0).putShort((short) 1).putShort((short) 32);
            out.putInt(one.getValue().length).putInt(at);
            at += one.getValue().length;
        }
        pictures.values().forEach(out::put);
        return out.array();
    }

    /// Each picture under its name; all numbers big-endian.
    private static byte[] icns(Map<Integer, byte[]> pictures) throws IOException {
        var body = new ByteArrayOutputStream();
        var entries = new DataOutputStream(body);
        for (Map.Entry<Integer, byte[]> one : pictures.entrySet()) {
            String name = SIZES.get(one.getKey());
            if (name != null) {
                entry(entries, name, one.getValue());
            }
        }
        var whole = new ByteArrayOutputStream();
        entry(new DataOutputStream(whole), "icns", body.toByteArray());
        return whole.toByteArray();
    }

    private static void entry(DataOutputStream out, String name, byte[] content) throws IOException {
        out.write(name.getBytes(StandardCharsets.US_ASCII));
        out.writeInt(ICNS_HEADER + content.length);
        out.write(content);
    }
}
