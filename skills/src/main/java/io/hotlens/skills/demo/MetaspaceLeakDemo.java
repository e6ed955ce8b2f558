package io.hotlens.skills.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Every "template" is loaded by a class loader of its own, and all loaders are kept.
public final class MetaspaceLeakDemo {

    private static final List<Class<?>> TEMPLATES = new ArrayList<>();

    private MetaspaceLeakDemo() {}

    /// The class that is loaded over and over.
    static final class Template {
        @Override
        public String toString() {
            return "a template";
        }
    }

    /// Defines one class and keeps it.
    private static final class TemplateLoader extends ClassLoader {
        Class<?> define(byte[] code) {
            return defineClass(Template.class.getName(), code, 0, code.length);
        }
    }

    public static void main(String[] args) throws IOException {
        byte[] code = OneClassLoader.codeOf(Template.class);
        Stage.start(
                "template-compiler",
                () -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        for (int i = 0; i < 10; i++) {
                            TEMPLATES.add(new TemplateLoader().define(code));
                        }
                        Stage.pauseMillis(40);
                    }
                });
        Stage.playUntilInputCloses();
    }
}
