package io.hotlens.skills.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

import javax.management.InstanceNotFoundException;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;
import javax.management.remote.rmi.RMIServerImpl_Stub;

class RmiFilterTest {

    /// The first stream of objects in a process settles who filters: tests after this one connect.
    @BeforeAll
    static void armour() {
        Armour.install();
    }

    private static Object through(Object value) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            in.setObjectInputFilter(new RmiFilter());
            return in.readObject();
        }
    }

    private static boolean rejected(Object value) throws Exception {
        try {
            through(value);
            return false;
        } catch (InvalidClassException _) {
            return true;
        }
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                String.class,
                long[].class,
                Integer[][].class,
                ObjectName.class,
                CompositeDataSupport.class,
                RMIServerImpl_Stub.class,
                InstanceNotFoundException.class,
                UnsupportedOperationException.class,
                StackTraceElement[].class,
                ArrayList.class
            })
    void classesOfJmxAndPlainValuesAreAllowed(Class<?> type) {
        assertTrue(RmiFilter.allows(type));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                File.class,
                URI.class,
                PriorityQueue.class,
                Class.class,
                java.lang.reflect.Proxy.class,
                java.util.Comparator.class,
                RmiFilterTest.class,
                ForeignException.class,
                File[][].class
            })
    void everythingElseIsRejected(Class<?> type) {
        assertFalse(RmiFilter.allows(type));
    }

    static final class ForeignException extends RuntimeException {
        @java.io.Serial private static final long serialVersionUID = 1;
    }

    @Test
    void valuesOfTheWirePass() throws Exception {
        var type =
                new CompositeType(
                        "t",
                        "t",
                        new String[] {"used"},
                        new String[] {"used"},
                        new OpenType<?>[] {SimpleType.LONG});
        var composite = new CompositeDataSupport(type, Map.of("used", 5L));
        assertEquals(composite, through(composite));
        assertEquals(new HashMap<>(Map.of("a", 1)), through(new HashMap<>(Map.of("a", 1))));
        assertEquals(List.of("x"), through(new ArrayList<>(List.of("x"))));
    }

    @Test
    void foreignObjectInsideAnAllowedOneIsRejected() throws Exception {
        assertTrue(rejected(new ArrayList<>(List.of(new File("x")))));
        assertTrue(rejected(new HashMap<>(Map.of("a", URI.create("x:y")))));
    }

    @Test
    void deeplyNestedHashSetsAreRejectedBeforeTheyTakeTime() throws Exception {
        long begin = System.nanoTime();
        assertTrue(rejected(chain(30)));
        assertTrue(System.nanoTime() - begin < 2_000_000_000L);
    }

    private static Set<Object> chain(int length) {
        Set<Object> outer = new HashSet<>();
        Set<Object> at = outer;
        for (int i = 0; i < length; i++) {
            Set<Object> next = new HashSet<>();
            at.add(next);
            at = next;
        }
        return outer;
    }

    @Test
    void streamsThatAreNotOfRmiKeepTheirOwnFilter() {
        var filter = new RmiFilter();
        assertEquals(null, filter.apply(null, null));
        assertEquals(filter, filter.apply(null, filter));
    }
}
