package earshot.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFaultsTest {
    @ParameterizedTest(name = "{2}: {3}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            textBlock =
                    """
                    # in the example      ; becomes                 ; and the fault is at             ; telling
                    zone: Europe/Berlin   ; zone: Europe/Berln      ; zone                            ; Europe/Berlin or UTC
                    zone: Europe/Berlin   ; time: UTC               ; zone                            ; is missing
                    zone: Europe/Berlin   ; time: UTC               ; time                            ; known are zone, teams
                    network: google       ; network: Google Maps    ; accounts[1].network             ; small letters
                    account: locations/12 ; place: locations/12     ; accounts[1].account             ; is missing
                    team: care}           ; team: cares}            ; accounts[0].team                ; there are bikes, care, triage
                    lead: ann             ; lead: anne              ; teams.care.lead                 ; there are ann, bo
                    channels: webhook     ; channels: fax           ; teams.care.channels             ; webhook
                    `[care, bikes]`       ; [care, cars]            ; people.ann.teams[1]             ; No team is called cars
                    bo:                   ; b o:                    ; people.b o                      ; is not a name
                    fallback: person:bo   ; fallback: lead          ; fallback                        ; person:NAME
                    fallback: person:bo   ; fallback: person:bob    ; fallback                        ; there are ann, bo
                    fallback: person:bo   ; `# none`                ; fallback                        ; is missing
                    we are closed         ; we are (closed          ; ourReplies.automaticTexts[1]    ; RE2
                    mon-sun: 00:00-24:00  ; mon-sun: closed         ; calendars.always.week           ; never opens
                    mon-sun: 00:00-24:00  ; mon-sun: 00:00-00:00    ; calendars.always.week.mon-sun   ; 00:00-24:00
                    zone: America/New_York, ; zone: New York,       ; people.ann.zone                 ; not a time zone
                    mon-thu: 09:00        ; mon-thu: 9:00           ; calendars.shop.week.mon-thu     ; 09:00-17:00
                    mon-thu: 09:00        ; monday: 09:00           ; calendars.shop.week.monday      ; not a day
                    `12:00, 14:00`        ; `12:00, 11:00`          ; calendars.shop.week.mon-thu     ; have ended
                    fri: 21:00            ; mon-fri: 21:00          ; calendars.shop.week             ; MONDAY has hours twice
                    2026-12-25: closed    ; 2026-02-29: closed      ; calendars.shop.exceptions.2026-02-29 ; not a date
                    at: 50 %              ; at: 100 %               ; ladders.standard[0].at          ; 50 %, due
                    at: 80%               ; at: 40%                 ; ladders.standard[1]             ; 40% does not come after 50%
                    due + 15 min          ; due + 1 d               ; ladders.standard[3].at          ; no fixed length
                    `[team, person:ann]`  ; [team, person:anna]     ; ladders.standard[2].to[1]       ; No person is called anna
                    `[team, person:ann]`  ; []                      ; ladders.standard[2].to          ; at least one
                    `, to: assignee`      ; ``                      ; ladders.standard[0].to          ; is missing
                    atMost: 6             ; atMost: 600             ; ladders.standard[4].atMost      ; from 1 to 50
                    atMost: 6,            ; ``                      ; ladders.standard[4].atMost      ; is missing
                    every: 30 min         ; at: due, every: 30 min  ; ladders.standard[4]             ; either at
                    first: 15 min         ; first: 2 d              ; slas.standard.goals.urgent.first ; write it in s, min or h
                    first: 15 min         ; first: 0 min            ; slas.standard.goals.urgent.first ; 15 min
                    first: 30 min,        ; ``                      ; slas.standard.goals.high.first  ; is missing
                    calendar: shop        ; calendar: shops         ; slas.standard.calendar          ; there are always, shop
                    ladder: brief         ; ladder: short           ; slas.fast.ladder                ; there are brief, none, standard
                    sla: standard         ; sla: usual              ; sla                             ; there are fast, standard
                    atMost: 0.4           ; atMost: 2               ; rules[0].when.rating.atMost     ; 0.4
                    `{atMost: 0.4}`       ; {atMost: 0.4, below: 1} ; rules[0].when.rating            ; either below or atMost
                    `[review, direct]`    ; [reviews]               ; rules[0].when.surface[0]        ; review, direct, comment
                    priority: high        ; priority: top           ; rules[0].then.priority          ; urgent, high
                    team: bikes}          ; team: sales}            ; rules[0].then.team              ; No team is called sales
                    points: 20            ; points: many            ; rules[0].then.points            ; whole number
                    casino                ; '(?=x)y'                ; rules[1].when.words[0]          ; RE2
                    casino                ; 'x*'                    ; rules[1].when.words[0]          ; matches every text
                    casino                ; '\\b\u00fcber'          ; rules[1].when.words[0]          ; letters a to z
                    treatment: ignore     ; treatment: drop         ; rules[1].then.treatment         ; listen, ignore
                    sla: fast             ; sla: faster             ; rules[2].then.sla               ; there are fast, standard
                    `{treatment: listen}` ; {}                      ; rules[3].then                   ; says nothing
                    name: spam            ; nam: spam               ; rules[1].name                   ; is missing
                    lookback: 36 h        ; lookback: 36 hours      ; windows.lookback                ; 30 s, 15 min, 4 h or 2 d
                    direct: 3 d           ; chat: 3 d               ; windows.reopen.chat             ; review, direct
                    acknowledgement: 45 min ; acknowledgement:      ; windows.acknowledgement         ; is empty
                    sla: standard         ; quietHours: 22:00-06:00 ; quietHours                      ; is not known here
                    """)
    void eachFaultIsNamedWithItsPlaceAndItsRemedy(
            String written, String instead, String path, String remedy) {
        assertThat(ExamplePolicy.TEXT).contains(written);
        var faults =
                faults(replaceFirst(ExamplePolicy.TEXT, written, instead == null ? "" : instead));

        assertThat(faults)
                .anySatisfy(
                        fault -> {
                            assertThat(fault.path()).isEqualTo(path);
                            assertThat(fault.problem()).contains(remedy);
                        });
    }

    @Test
    void aRuleForAnAccountThatIsNotOursIsAFault() {
        assertThat(
                        faults(
                                ExamplePolicy.TEXT.replace(
                                        "      account: locations/12\n", "      account: x\n")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.path()).isEqualTo("rules[1].when.account"));
    }

    @Test
    void allFaultsAreNamedAtOnceInTheOrderOfTheFile() {
        var faulty =
                ExamplePolicy.TEXT
                        .replace("acknowledgement: 45 min", "acknowledgement: 45")
                        .replace("zone: UTC", "zone: Mars")
                        .replace("first: 15 min", "first: soon");

        assertThat(faults(faulty))
                .extracting(Fault::path)
                .containsExactly(
                        "teams.bikes.zone",
                        "slas.standard.goals.urgent.first",
                        "windows.acknowledgement");
        assertThat(faults(faulty).getFirst())
                .hasToString(
                        "line 9: teams.bikes.zone: Mars is not a time zone;"
                                + " write it as Europe/Berlin or UTC");
    }

    @Test
    void aKeyThatIsWrittenTwiceIsAFault() {
        assertThat(faults(ExamplePolicy.TEXT + "zone: UTC\n"))
                .singleElement()
                .satisfies(
                        fault -> {
                            assertThat(fault.path()).isEqualTo("zone");
                            assertThat(fault.problem()).contains("twice");
                        });
    }

    @Test
    void whatIsNoYamlIsOneFault() {
        assertThat(faults("zone: [UTC")).singleElement().extracting(Fault::path).isEqualTo("");
        assertThat(faults("")).singleElement().asString().contains("empty");
        assertThat(faults("a: 1\n---\nb: 2\n")).singleElement().asString().contains("one document");
        assertThat(faults("a: &x 1\nb: *x\n")).singleElement().asString().contains("alias");
        assertThat(faults("a: !!str 1\n")).singleElement().asString().contains("tags");
        assertThat(faults("? [a]\n: 1\n")).singleElement().asString().contains("a key is a word");
        assertThat(faults("a: \u0007")).hasSize(1);
        assertThat(faults("[".repeat(100_000))).singleElement().asString().contains("nested");
    }

    @Test
    void anotherKindOfValueThanExpectedIsAFaultAndNotAFailure() {
        assertThat(faults("[1, 2]")).isNotEmpty();
        assertThat(faults("just a word")).isNotEmpty();
        assertThat(faults("zone: {}\nteams: 7\nslas: []\nrules: {}\nladders: {a: b}\n"))
                .extracting(Fault::path)
                .contains("zone", "teams", "slas", "rules", "ladders.a", "fallback", "sla");
    }

    @Test
    void noPartOfTheExampleCanBeLeftEmptyOrTakenOutWithAFailure() {
        var lines = ExamplePolicy.TEXT.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var emptied = line.contains(": ") ? line.substring(0, line.indexOf(": ") + 1) : line;
            for (var instead : List.of("", emptied, line + " x", line.replaceAll("[0-9]", "-"))) {
                var changed = lines.toArray(String[]::new);
                changed[i] = instead;
                var reading = PolicyReader.read(String.join("\n", Arrays.asList(changed)), 1);

                assertThat(reading).as("%s -> %s", line, instead).isNotNull();
            }
        }
    }

    private static String replaceFirst(String text, String written, String instead) {
        int at = text.indexOf(written);
        return text.substring(0, at) + instead + text.substring(at + written.length());
    }

    private static List<Fault> faults(String yaml) {
        return switch (PolicyReader.read(yaml, 1)) {
            case PolicyReading.Sound _ -> List.of();
            case PolicyReading.Faulty(var faults) -> faults;
        };
    }
}
