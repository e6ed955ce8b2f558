package io.hotlens.ui.connect;

import io.hotlens.skills.target.JvmAddress;
import io.hotlens.skills.target.JvmAddress.Credentials;
import io.hotlens.skills.target.JvmAddress.JmxUrl;
import io.hotlens.skills.target.JvmAddress.Tls;
import io.hotlens.ui.text.Messages;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is typed to reach a remote JVM. Belongs to the JavaFX thread.
public final class JmxForm {

    private static final Pattern HOST_PORT =
            Pattern.compile("(\\[[0-9a-fA-F:.%]+]|[^\\s:/\\[\\]]+):(\\d{1,5})");
    private static final Pattern SERVICE_URL =
            Pattern.compile(
                    "service:jmx:rmi:///jndi/rmi://"
                            + HOST_PORT.pattern()
                            + "/([A-Za-z0-9_.\\-]{1,64})");

    private final StringProperty address = new SimpleStringProperty("");
    private final StringProperty user = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final ObjectProperty<TlsChoice> tls = new SimpleObjectProperty<>(TlsChoice.AUTO);
    private final StringProperty trustStore = new SimpleStringProperty("");
    private final StringProperty trustStorePassword = new SimpleStringProperty("");

    /// How the connection is to be protected.
    public enum TlsChoice {
        AUTO,
        ON,
        OFF;

        @Override
        public String toString() {
            return switch (this) {
                case AUTO -> Messages.text("connect.tls_auto");
                case ON -> Messages.text("connect.tls_on");
                case OFF -> Messages.text("connect.tls_off");
            };
        }
    }

    /// The form as an address, or what is wrong with it.
    public sealed interface Parsed {
        record Good(JvmAddress.JmxUrl address) implements Parsed {}

        record Bad(String sentence) implements Parsed {}
    }

    public StringProperty address() {
        return address;
    }

    public StringProperty user() {
        return user;
    }

    public StringProperty password() {
        return password;
    }

    public ObjectProperty<TlsChoice> tls() {
        return tls;
    }

    public StringProperty trustStore() {
        return trustStore;
    }

    public StringProperty trustStorePassword() {
        return trustStorePassword;
    }

    /// Reads the form.
    public Parsed parse() {
        String typed = address.get().strip();
        Matcher plain = HOST_PORT.matcher(typed);
        Matcher service = SERVICE_URL.matcher(typed);
        boolean isService = service.matches();
        if (!isService && !plain.matches()) {
            return new Parsed.Bad(Messages.text("connect.bad_address", typed));
        }
        Matcher match = isService ? service : plain;
        int port = Integer.parseInt(match.group(2));
        if (port < 1 || port > 65_535) {
            return new Parsed.Bad(Messages.text("connect.bad_port", match.group(2)));
        }
        String store = trustStore.get().strip();
        if (tls.get() == TlsChoice.ON && !store.isEmpty() && !Files.isReadable(Path.of(store))) {
            return new Parsed.Bad(Messages.text("connect.bad_trust_store", store));
        }
        String host = match.group(1).replace("[", "").replace("]", "");
        return new Parsed.Good(
                new JmxUrl(
                        host,
                        port,
                        isService ? match.group(3) : "jmxrmi",
                        credentials(),
                        protection(store),
                        false));
    }

    private Optional<Credentials> credentials() {
        return user.get().isBlank()
                ? Optional.empty()
                : Optional.of(new Credentials(user.get().strip(), password.get()));
    }

    private Tls protection(String store) {
        return switch (tls.get()) {
            case AUTO -> new Tls.Auto();
            case OFF -> new Tls.Off();
            case ON ->
                    store.isEmpty()
                            ? new Tls.On(Optional.empty(), Optional.empty())
                            : new Tls.On(
                                    Optional.of(Path.of(store)),
                                    Optional.of(trustStorePassword.get())
                                            .filter(text -> !text.isEmpty()));
        };
    }
}
