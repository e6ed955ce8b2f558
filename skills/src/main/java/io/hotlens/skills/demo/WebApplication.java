package io.hotlens.skills.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// A small application that is loaded by a class loader of its own at each deployment.
final class WebApplication {

    private static final List<Class<?>> CODE =
            List.of(
                    ShopController.class,
                    CartService.class,
                    OrderRepository.class,
                    PriceCache.class,
                    MailSender.class,
                    SessionFilter.class,
                    ShopSettings.class,
                    AuditLog.class);

    private WebApplication() {}

    static final class ShopController {}

    static final class CartService {}

    static final class OrderRepository {}

    static final class PriceCache {}

    static final class MailSender {}

    static final class SessionFilter {}

    static final class ShopSettings {}

    static final class AuditLog {}

    /// The loader of one deployment.
    static final class WebAppLoader extends ClassLoader {

        WebAppLoader() {
            super(null);
        }

        Class<?> define(Class<?> type) {
            byte[] code = codeOf(type);
            return defineClass(type.getName(), code, 0, code.length);
        }
    }

    /// Loads the application anew; its classes live as long as this loader is referred to.
    static ClassLoader deploy() {
        WebAppLoader loader = new WebAppLoader();
        CODE.forEach(loader::define);
        return loader;
    }

    private static byte[] codeOf(Class<?> type) {
        String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream in = type.getResourceAsStream(file)) {
            if (in == null) {
                throw new IOException(file + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
