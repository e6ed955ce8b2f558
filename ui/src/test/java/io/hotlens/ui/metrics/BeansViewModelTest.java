package io.hotlens.ui.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.data.Data;
import io.hotlens.ui.metrics.Pin.OfAttribute;
import io.hotlens.ui.support.BeanSamples;
import io.hotlens.ui.support.Inline;
import io.hotlens.ui.support.Samples;
import io.hotlens.ui.support.ScriptedSession;

import org.junit.jupiter.api.Test;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class BeansViewModelTest {

    private final ScriptedSession session = new ScriptedSession();
    private final List<String> asked = new ArrayList<>();
    private final BeansViewModel model =
            new BeansViewModel(
                    Inline.tasks(),
                    code -> {
                        asked.add(code);
                        return session.lua(Optional.empty(), code);
                    },
                    InstantSource.fixed(Samples.NOON));

    private void begin() {
        BeanSamples.answer(session);
        model.begin();
    }

    @Test
    void theTargetIsNotAskedBeforeSomebodyLooks() {
        model.query().set("pool");
        assertEquals(List.of(), asked);
        model.begin();
        assertEquals(List.of("return mbeans_find(\"pool\", 50)"), asked);
    }

    @Test
    void aDomainLeadsToItsBeansAndABeanToItsAttributes() {
        begin();
        assertEquals("3 domains. Choose one, or type a part of a name.", model.state().get());
        model.choose(model.rows().get(1));
        assertEquals("java.lang:*", model.query().get());
        assertEquals("The first 3 of 7: type more of the name.", model.state().get());
        model.choose(model.rows().get(1));
        BeanDetails details = model.details().get();
        assertEquals(BeanSamples.MEMORY, details.bean());
        assertEquals(Samples.NOON, details.at());
        assertEquals(
                List.of("HeapMemoryUsage", "ObjectPendingFinalizationCount", "Verbose", "Cache"),
                details.attributes().stream().map(BeanDetails.Attribute::name).toList());
        assertTrue(details.attributes().getFirst().isBranch());
    }

    @Test
    void onlyNumbersAreFollowed() {
        begin();
        model.choose(new BeanRow.Bean(BeanSamples.MEMORY));
        List<BeanDetails.Attribute> all = model.details().get().attributes();
        model.follow(all.get(2), List.of());
        model.follow(all.get(0), List.of());
        model.follow(all.get(0), List.of("nonsense"));
        assertEquals(Optional.empty(), model.charted().get());
        model.follow(all.get(0), List.of("used"));
        assertEquals(
                Optional.of(
                        new OfAttribute(BeanSamples.MEMORY, "HeapMemoryUsage", List.of("used"))),
                model.charted().get());
        assertEquals("HeapMemoryUsage.used", model.charted().get().orElseThrow().name());
    }

    @Test
    void anAnswerThatIsNoBeanLeavesWhatWasKnown() {
        begin();
        model.choose(new BeanRow.Bean(BeanSamples.MEMORY));
        session.answer("mbeans_values(", Data.of("no"));
        model.readAgain();
        assertEquals("the answer has another form than expected", model.details().get().problem());
        assertEquals(4, model.details().get().attributes().size(), "what was known stays");
    }

    @Test
    void aSearchThatFailsSaysWhy() {
        model.query().set("nonsense");
        model.begin();
        assertEquals("The target could not be asked: attempt to call nil", model.state().get());
        assertEquals(List.of(), model.rows());
    }

    @Test
    void namesAreQuotedSoThatTheyStayNames() {
        assertEquals("\"a\\\"b\\\\c\\nd\"", BeanScripts.quoted("a\"b\\c\nd"));
    }

    @Test
    void aPathLeadsThroughFieldsAndItems() {
        Data value =
                Data.fields()
                        .put("pools", List.of(Data.of(1), Data.fields().put("used", 7).build()))
                        .build();
        assertEquals(Data.of(7), BeanScripts.at(value, List.of("pools", "2", "used")));
        assertEquals(Data.NOTHING, BeanScripts.at(value, List.of("pools", "0")));
        assertEquals(Data.NOTHING, BeanScripts.at(value, List.of("pools", "x", "used")));
        assertEquals(value, BeanScripts.at(value, List.of()));
    }
}
