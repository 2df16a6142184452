package earshot.policy;

/** A policy that uses every key. */
final class ExamplePolicy {
    static final String TEXT =
            """
            zone: Europe/Berlin
            accounts:
              - {network: facebook, account: 00106512345678901, team: care}
              - network: google
                account: locations/12
                team: bikes
            teams:
              care: {name: Customer care, lead: ann, channels: webhook}
              bikes: {zone: UTC}
              triage:
            people:
              ann: {name: Ann, teams: [care, bikes], zone: America/New_York, channels: [webhook]}
              bo:
            fallback: person:bo
            ourReplies:
              supportApps: [7007, "0815"]
              automaticApps: bot-1
              automaticTexts: ["^thanks for your message", 'we are closed']
            calendars:
              always: {week: {mon-sun: 00:00-24:00}}
              shop:
                zone: America/New_York
                week:
                  mon-thu: 09:00-12:00, 14:00-18:00
                  fri: 21:00-02:00
                  sat: closed
                exceptions:
                  2026-12-24: 09:00-12:00
                  2026-12-25: closed
            ladders:
              standard:
                - {at: 50 %, to: assignee}
                - {at: 80%, to: [assignee, lead]}
                - {at: due, to: [team, person:ann]}
                - {at: due + 15 min, to: team:bikes}
                - {every: 30 min, atMost: 6, to: [lead, fallback]}
              brief: [{at: due + 20 s, to: team}]
              none: []
            slas:
              standard:
                calendar: shop
                ladder: standard
                goals:
                  urgent: {first: 15 min, next: 30 s}
                  high: {first: 30 min, next: 1 h}
                  normal: {first: 4 h, next: 8 h}
                  low: {first: 100 h, next: 100 h}
              fast:
                calendar: always
                ladder: brief
                goals:
                  urgent: {first: 15 s, next: 15 s}
                  high: {first: 15 s, next: 15 s}
                  normal: {first: 15 s, next: 15 s}
                  low: {first: 15 s, next: 15 s}
            sla: standard
            rules:
              - name: bad ratings
                when: {surface: [review, direct], rating: {atMost: 0.4}}
                then: {priority: high, points: 20, themes: [rating, quality], team: bikes}
              - name: spam
                when:
                  network: [facebook, google]
                  account: locations/12
                  words: [casino, 'cheap (pills|loans)']
                then: {treatment: ignore, points: -5}
              - name: awful
                when: {rating: {below: 0.2}}
                then: {sla: fast, themes: rating}
              - name: everything
                when: {}
                then: {treatment: listen}
            windows:
              lookback: 36 h
              reopen: {review: 30 d, direct: 3 d}
              resolveAnsweredAfter: 5 d
              acknowledgement: 45 min
            """;

    private ExamplePolicy() {}
}
