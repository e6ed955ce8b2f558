package io.hotlens.app.llm.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotlens.skills.data.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DataCleanerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'message':'paid by canary in full','level':'info'} | {'message':'[log text 1 withheld: 22 chars]','level':'info'}
                    {'newest_message':'canary'} | {'newest_message':'[log text withheld: 6 chars]'}
                    {'message':'Java heap space'} | {'message':'Java heap space'}
                    {'message':'a.b.CanaryException: not this one'} | {'message':'a.b.CanaryException: [log text 1 withheld: 12 chars]'}
                    {'more':['at a.b.Cart.add(Cart.java:3)','... 3 more','canary']} | {'more':['at a.b.Cart.add(Cart.java:3)','... 3 more','[log text withheld: 6 chars]']}
                    {'holder_query':'vacuum canary'} | {'holder_query':'[SQL 1 withheld: 13 chars]'}
                    {'path':'/srv/my canary/x'} | {'path':'path-1'}
                    {'path':['java.util.HashMap.table']} | {'path':['java.util.HashMap.table']}
                    {'group':'pool-*-thread-*'} | {'group':'pool-*-thread-*'}
                    {'server':'canary7:5432'} | {'server':'host-1:5432'}
                    {'remote_address':'10.0.0.9:5432'} | {'remote_address':'ip-1:5432'}
                    {'party':'to 10.0.0.9:5432'} | {'party':'to ip-1:5432'}
                    {'host':'localhost'} | {'host':'localhost'}
                    {'user':'canary'} | {'user':'user-1'}
                    {'arguments':['-Xmx1g','-Da=canary','canary','-XX:N=canary,7','-XX:M=3','-XX:K=summary']} | {'arguments':['-Xmx1g','-Da=[property value withheld: 6 chars]','[property value withheld: 6 chars]','-XX:N=[property value withheld: 8 chars]','-XX:M=3','-XX:K=summary']}
                    {'commandLine':'java -Da=b,c canary --x=y'} | {'commandLine':'[property value withheld: 4 chars] -Da=[property value withheld: 3 chars] [property value withheld: 6 chars] [property value withheld: 5 chars]'}
                    {'arguments':['-Da=Canary Gold'],'n':'-Da=Canary Gold -Db=1'} | {'arguments':['-Da=[property value 1 withheld: 11 chars]'],'n':'-Da=[property value 1 withheld: 11 chars] -Db=1'}
                    {'properties':{'shop.region':'canary','n':'3'}} | {'properties':{'shop.region':'[property value withheld: 6 chars]','n':'3'}}
                    {'bean':'a:type=B','value':'canary'} | {'bean':'a:type=B','value':'[MBean value withheld: 6 chars]'}
                    {'value':{'x':['canary',7]}} | {'value':{'x':['[MBean value withheld: 6 chars]',7]}}
                    {'value':{'unavailable':'needs JDK 25'}} | {'value':{'unavailable':'needs JDK 25'}}
                    {'contents':'canary'} | {'contents':'[heap string withheld: 6 chars]'}
                    {'db_password':'canary'} | {'db_password':'[redacted]'}
                    {'/srv/canary/x':1} | {'path-1':1}
                    {'reason':'why does `checkout now` hang on canary-db.internal?'} | {'reason':'why does `checkout now` hang on host-1?'}
                    {'stack':['com.shop.Cart.add:42'],'thread':'main','id':7,'state':'RUNNABLE','ok':true,'n':null} | {'stack':['com.shop.Cart.add:42'],'thread':'main','id':7,'state':'RUNNABLE','ok':true,'n':null}
                    """)
    void theNameOfAFieldSaysWhatItsTextsAre(String value, String clean) {
        assertEquals(clean, new Wash().json(value));
    }

    @Test
    void whatAFieldHeldIsKnownAgainInOtherTexts() {
        var wash = new Wash();
        wash.json("{'message':'payment of the canary was refused twice'}");

        assertEquals(
                "he printed: [log text 2 withheld: 20 chars]...",
                wash.prose("he printed: payment of the canar..."));
        assertEquals(
                "at last [log text 3 withheld: 17 chars] again",
                wash.prose("at last was refused twice again"));
    }

    @Test
    void everyStandInLeadsBack() {
        String text =
                "{\"message\":\"paid by canary in full\",\"path\":\"/srv/x y\",\"observation\":"
                        + "\"user=canary7 at canary-db.internal runs select 1 from dual\"}";
        var wash = new Wash();

        assertEquals(text, wash.back(Json.write(wash.data(Json.parse(text)))));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    message, LOG
                    newest_message, LOG
                    newestMessage, LOG
                    commandLine, OPTIONS
                    waiting_query, SQL
                    queries, PROSE
                    profile, PROSE
                    log_file, PATH
                    local_address, HOST
                    observation, PROSE
                    thread, PROSE
                    class_name, PROSE
                    """)
    void fieldsAreKnownByTheirWholeNameOrTheirLastWord(String name, FieldKind kind) {
        assertEquals(kind, FieldKind.of(name));
    }
}
