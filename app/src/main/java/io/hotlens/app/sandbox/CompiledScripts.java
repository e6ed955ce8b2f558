package io.hotlens.app.sandbox;

import org.luaj.vm2.Globals;
import org.luaj.vm2.Prototype;

import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;

/// The scripts that ran last, compiled: a playbook runs at each look of its operator. What is kept
/// is code and constants alone, which no run changes. Safe from any thread.
final class CompiledScripts {

    private static final int MOST = 64;

    private final Map<String, Prototype> kept = new Recent();

    /// @throws org.luaj.vm2.LuaError when it does not compile
    Prototype of(String code, String chunk, Globals globals) throws IOException {
        synchronized (kept) {
            Prototype known = kept.get(code);
            if (known != null) {
                return known;
            }
        }
        Prototype fresh = globals.compilePrototype(new StringReader(code), chunk);
        synchronized (kept) {
            kept.put(code, fresh);
        }
        return fresh;
    }

    int size() {
        synchronized (kept) {
            return kept.size();
        }
    }

    private static final class Recent extends LinkedHashMap<String, Prototype> {
        private static final long serialVersionUID = 1L;

        Recent() {
            super(MOST, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Prototype> eldest) {
            return size() > MOST;
        }
    }
}
