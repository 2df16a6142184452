package earshot.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.stack.EventSource.Schedule;
import earshot.stack.EventSource.SqsTrigger;
import earshot.stack.Template;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a stack costs in which nothing happens: docs/cost.md says what the template makes. */
class CostTest {
    private static final Path FILE = House.ROOT.resolve("template.yaml");
    private static final String DOCUMENT = House.text(House.ROOT.resolve("docs/cost.md"));
    private static final Duration MONTH = Duration.ofHours(730);

    /** What is paid for, in the order of the document's columns. */
    private record Idle(
            double dashboard, double alarms, double secrets, double queues, double schedules) {
        double sum() {
            return dashboard + alarms + secrets + queues + schedules;
        }

        Idle plus(Idle other, int times) {
            return new Idle(
                    dashboard + times * other.dashboard,
                    alarms + times * other.alarms,
                    secrets + times * other.secrets,
                    queues + times * other.queues,
                    schedules + times * other.schedules);
        }
    }

    private static double price(String of) {
        var row = Pattern.compile("\\| " + Pattern.quote(of) + "[^|]*\\| ([0-9.]+) \\|");
        var found = row.matcher(DOCUMENT);
        assertThat(found.find()).as("docs/cost.md: the price of a %s", of).isTrue();
        return Double.parseDouble(found.group(1));
    }

    /** A stack with these networks, by their switches, and no others. */
    private static Idle idle(String... networks) {
        var switches = new HashMap<>(Template.allOn(FILE));
        switches.replaceAll((name, _) -> List.of(networks).contains(name) ? "on" : "off");
        var template = Template.read(FILE, switches);
        return new Idle(
                price("dashboard") * count(template, "AWS::CloudWatch::Dashboard"),
                price("alarm") * count(template, "AWS::CloudWatch::Alarm"),
                price("secret") * template.secrets().size(),
                price("million calls of SQS") * asked(template) / 1e6,
                schedules(template));
    }

    private static long count(Template template, String type) {
        return template.notLocal().stream().filter(each -> each.type().equals(type)).count();
    }

    /** Each queue with a consumer is asked by five pollers, which wait for twenty seconds. */
    private static double asked(Template template) {
        var triggers =
                template.functions().stream()
                        .flatMap(function -> function.events().stream())
                        .filter(SqsTrigger.class::isInstance)
                        .count();
        return 5.0
                * MONTH.dividedBy(Duration.ofSeconds(20))
                * (triggers + count(template, "AWS::Pipes::Pipe"));
    }

    /** A tenth of a second, and one unit of the table for each two of eight shards. */
    private static double schedules(Template template) {
        double sum = 0;
        for (var function : template.functions()) {
            double call =
                    price("million calls of Lambda")
                            + price("million GB-seconds") * 0.1 * function.memory() / 1024
                            + price("million reads") * 4;
            for (var event : function.events()) {
                if (event instanceof Schedule schedule) {
                    sum += call * MONTH.dividedBy(schedule.every()) / 1e6;
                }
            }
        }
        return sum;
    }

    private static Map<String, Idle> rows() {
        var none = idle();
        var three = idle("Facebook", "X", "Youtube");
        var all = three;
        var mix =
                Pattern.compile("(\\d+) more\\s+like\\s+(Facebook|X|Youtube)\\b").matcher(DOCUMENT);
        int networks = 3;
        while (mix.find()) {
            int times = Integer.parseInt(mix.group(1));
            all = all.plus(idle(mix.group(2)), times).plus(none, -times);
            networks += times;
        }
        assertThat(networks).as("docs/cost.md: networks of the mix").isEqualTo(23);
        var rows = new LinkedHashMap<String, Idle>();
        rows.put("no network", none);
        rows.put("Facebook, X, YouTube", three);
        rows.put("all 23", all);
        return rows;
    }

    @Test
    void theDocumentSaysWhatTheTemplateCostsWhileNothingHappens() {
        rows().forEach((name, idle) -> assertThat(DOCUMENT).contains(row(name, idle)));
    }

    private static String row(String name, Idle idle) {
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f | %.2f | %.2f | **%.2f** |",
                name,
                idle.dashboard(),
                idle.alarms(),
                idle.secrets(),
                idle.queues(),
                idle.schedules(),
                idle.sum());
    }

    @Test
    void threeNetworksCostTenDollarsAMonthAtMostAndAllOfThemTwenty() {
        var rows = rows();
        assertThat(rows.get("Facebook, X, YouTube")).matches(idle -> idle.sum() <= 10);
        assertThat(rows.get("all 23")).matches(idle -> idle.sum() <= 20);
    }
}
