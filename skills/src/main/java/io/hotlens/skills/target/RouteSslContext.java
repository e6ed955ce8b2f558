package io.hotlens.skills.target;

import java.security.KeyManagementException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/// The process's default SSL context. RMI's own TLS factory takes its sockets from there and keeps
/// them for ever, so per-target trust has to hide behind it. Whoever else uses the default gets
/// what the JDK would give.
final class RouteSslContext extends SSLContext {

    private RouteSslContext(SSLContextSpi spi, SSLContext jdk) {
        super(spi, jdk.getProvider(), jdk.getProtocol());
    }

    static RouteSslContext over(SSLContext jdk) {
        return new RouteSslContext(new Spi(jdk), jdk);
    }

    private static final class Spi extends SSLContextSpi {
        private final SSLContext jdk;

        Spi(SSLContext jdk) {
            this.jdk = jdk;
        }

        @Override
        protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random)
                throws KeyManagementException {
            jdk.init(keys, trust, random);
        }

        @Override
        protected SSLSocketFactory engineGetSocketFactory() {
            return new RouteTlsSockets(jdk::getSocketFactory);
        }

        @Override
        protected SSLServerSocketFactory engineGetServerSocketFactory() {
            return jdk.getServerSocketFactory();
        }

        @Override
        protected SSLEngine engineCreateSSLEngine() {
            return jdk.createSSLEngine();
        }

        @Override
        protected SSLEngine engineCreateSSLEngine(String host, int port) {
            return jdk.createSSLEngine(host, port);
        }

        @Override
        protected SSLSessionContext engineGetServerSessionContext() {
            return jdk.getServerSessionContext();
        }

        @Override
        protected SSLSessionContext engineGetClientSessionContext() {
            return jdk.getClientSessionContext();
        }
    }

    /// Makes ours the default; the JDK's stays behind it and loads its trust store when needed.
    static void install() throws NoSuchAlgorithmException {
        SSLContext.setDefault(over(SSLContext.getInstance("Default")));
    }
}
