package io.hotlens.skills.demo;

import java.io.IOException;
import java.io.InputStream;

/// Defines one class anew, and asks its parent for all others.
final class OneClassLoader extends ClassLoader {

    private final String name;
    private final byte[] code;

    OneClassLoader(String name, byte[] code) {
        super(OneClassLoader.class.getClassLoader());
        this.name = name;
        this.code = code.clone();
    }

    Class<?> loadClass() throws ClassNotFoundException {
        return loadClass(name, false);
    }

    @Override
    protected Class<?> loadClass(String wanted, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(wanted)) {
            Class<?> loaded = findLoadedClass(wanted);
            if (loaded != null) {
                return loaded;
            }
            return wanted.equals(name)
                    ? defineClass(name, code, 0, code.length)
                    : super.loadClass(wanted, resolve);
        }
    }

    /// The class file of `type`.
    static byte[] codeOf(Class<?> type) throws IOException {
        String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream in = type.getResourceAsStream(file)) {
            if (in == null) {
                throw new IOException(file + " is missing");
            }
            return in.readAllBytes();
        }
    }
}
