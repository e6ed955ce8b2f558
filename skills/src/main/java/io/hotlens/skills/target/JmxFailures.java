package io.hotlens.skills.target;

import java.io.IOException;
import java.io.InvalidClassException;
import java.io.NotSerializableException;
import java.io.StreamCorruptedException;
import java.rmi.ServerError;
import java.rmi.ServerException;

import javax.management.AttributeNotFoundException;
import javax.management.InstanceNotFoundException;
import javax.management.MalformedObjectNameException;

/// Turns what a JMX call throws into the connection's own exceptions.
final class JmxFailures {

    static final String READ_ONLY =
            "the JMX user may only read attributes; grant it readwrite access in the target's"
                    + " jmxremote.access file to run operations";

    private JmxFailures() {}

    /// Whether the line itself failed, rather than this one call.
    static boolean broken(IOException failure) {
        return !(hasCause(failure, InvalidClassException.class)
                || hasCause(failure, NotSerializableException.class)
                || hasCause(failure, ClassNotFoundException.class)
                || hasCause(failure, StreamCorruptedException.class)
                || failure instanceof ServerException
                || failure instanceof ServerError);
    }

    static TargetException translate(String what, Exception failure) {
        return switch (failure) {
            case TargetException known -> known;
            case InstanceNotFoundException _ ->
                    new TargetException.Unsupported(
                            "the target has no MBean for " + what + ".", failure);
            case AttributeNotFoundException _ ->
                    new TargetException.Unsupported("the target has no " + what + ".", failure);
            case MalformedObjectNameException e ->
                    new TargetException.Unsupported(
                            "%s has a malformed object name: %s.".formatted(what, e.getMessage()),
                            failure);
            case SecurityException e when isReadOnly(e) ->
                    new TargetException.Denied(what + " is refused: " + READ_ONLY + ".", failure);
            case SecurityException e ->
                    new TargetException.Denied(
                            "%s is refused by the target: %s.".formatted(what, e.getMessage()),
                            failure);
            case IOException e when broken(e) ->
                    new TargetException.Gone(
                            "%s did not come: the JMX connection broke (%s)."
                                    .formatted(what, root(e)),
                            failure);
            case IOException e when hasCause(e, InvalidClassException.class) ->
                    new TargetException.Unsupported(
                            what + " holds objects of a class that Hotlens does not accept.",
                            failure);
            default ->
                    new TargetException.Unsupported(
                            "%s could not be read: %s.".formatted(what, root(failure)), failure);
        };
    }

    static boolean isReadOnly(SecurityException e) {
        return String.valueOf(e.getMessage()).contains("Invalid access level");
    }

    static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return true;
            }
        }
        return false;
    }

    /// The innermost cause, in a few words.
    static String root(Throwable failure) {
        Throwable at = failure;
        for (Throwable next = at.getCause(); next != null; next = next.getCause()) {
            at = next;
        }
        String message = at.getMessage();
        return message == null ? at.getClass().getSimpleName() : message;
    }
}
