//! What breaks a rule over several keys or entries.

use serde_json::{Value, json};

use super::Case;
use crate::support::Files;

const AN_HAI: &str = "observations/an-hai.json";
const BINH_SON: &str = "observations/binh-son.json";
const CHAU_GIANG: &str = "observations/chau-giang.json";

#[expect(clippy::too_many_lines, reason = "a list, with one entry for each problem there is")]
pub(super) fn cases() -> Vec<Case> {
    let good = Files::good;
    vec![
        (
            good().set(AN_HAI, "/observations/1/missing", json!("why")),
            "observations/an-hai.json: $.observations[1]: found both \"value\" and \"missing\", \
             expected one of them; keep the value, or the reason why there is none (line 20)",
        ),
        (
            good().unset(AN_HAI, "/observations/1/value"),
            "observations/an-hai.json: $.observations[1]: found neither \"value\" nor \
             \"missing\", expected one of them; write the value, or the reason why there is none (line 20)",
        ),
        (
            good().set(AN_HAI, "/observations/0/qualitative", json!(true)),
            "observations/an-hai.json: $.observations[0].qualitative: found \"qualitative\" beside \
             \"value\", expected one of them; keep \"qualitative\" for a promise in words, without a \
             number (line 13)",
        ),
        (
            good().unset(AN_HAI, "/observations/1/value").set(
                AN_HAI,
                "/observations/1/qualitative",
                json!(true),
            ),
            "observations/an-hai.json: $.observations[1].qualitative: found \"qualitative\" on a result, \
             expected a target; write the value, or the reason why there is none (line 27)",
        ),
        (
            good().unset(AN_HAI, "/observations/0/value").set(
                AN_HAI,
                "/observations/0/qualitative",
                json!("true"),
            ),
            "observations/an-hai.json: $.observations[0].qualitative: found the text \"true\", \
             expected true or false; write it in the form docs/data.md gives (line 13)",
        ),
        (
            good().set(AN_HAI, "/observations/0/qualitative", json!("yes")),
            "observations/an-hai.json: $.observations[0].qualitative: found the text \"yes\", \
             expected true or false; write it in the form docs/data.md gives (line 13)",
        ),
        (
            good().unset(AN_HAI, "/observations/0/value").set(
                AN_HAI,
                "/observations/0/qualitative",
                json!(true),
            ),
            "warning: observations/an-hai.json: $.observations[0]: found a promise without a number \
             of \"cashless-bills\", expected an indicator whose unit is \"statement\"; give it one \
             of its own (line 3)",
        ),
        (
            good().set("indicators.json", "/indicators/4/unit", json!("statement")),
            "warning: observations/chau-giang.json: $.observations[3]: found a figure of \
             \"service-points\", whose unit is \"statement\", expected a promise with \
             \"qualitative\": true; correct the entry or the indicator's unit (line 36)",
        ),
        (
            good().set(
                "indicators.json",
                "/indicators/0/editions",
                json!([{"of": "2023", "source": "papers"}]),
            ),
            "indicators.json: $.indicators[0].editions[0].source: found \"papers\", expected the id \
             of a source; did you mean \"paper\"? (line 17)",
        ),
        (
            good().set(AN_HAI, "/observations/1/value", json!(100.5)),
            "observations/an-hai.json: $.observations[1].value: found 100.5, expected a value from \
             0 to 100 (the range of \"cashless-bills\"); correct the value, or give the indicator \
             its own range (line 28)",
        ),
        (
            good().unset(AN_HAI, "/observations/2/base"),
            "observations/an-hai.json: $.observations[2]: found a rank without \"base\", expected \
             the number of units ranked; add it (63 provinces before 1 July 2025, 34 since) (line 30)",
        ),
        (
            good().set(AN_HAI, "/observations/0/value_to", json!(80)),
            "observations/an-hai.json: $.observations[0].value_to: found 80, expected a number above \
             the \"value\" 80; write the lower end of the range in \"value\" and the upper one here, or \
             leave this key out (line 19)",
        ),
        (
            good()
                .unset(AN_HAI, "/observations/0/value")
                .set(AN_HAI, "/observations/0/missing", json!("not told"))
                .set(AN_HAI, "/observations/0/value_to", json!(90)),
            "observations/an-hai.json: $.observations[0].value_to: found \"value_to\" without \
             \"value\", expected the lower end of the range beside its upper one; write it in \
             \"value\" (line 19)",
        ),
        (
            good().set(AN_HAI, "/observations/2/value", json!(64)),
            "observations/an-hai.json: $.observations[2].value: found the rank 64, expected a \
             whole number from 1 to its base 63; correct the rank or the base (line 39)",
        ),
        (
            good().set(BINH_SON, "/observations/0/unit_as_of", json!("2025-07-01")),
            "observations/binh-son.json: $.observations[0].unit_as_of: found a result for \
             2025-07-01, expected a day on which \"binh-son\" existed (until 2025-06-30); enter it \
             under its successor, or correct the period (line 15)",
        ),
        (
            good().set(BINH_SON, "/observations/0/source", json!("undated")).set(
                BINH_SON,
                "/observations/0/period",
                json!("2025"),
            ),
            "observations/binh-son.json: $.observations[0].period: found a result for 2025-12-31, \
             expected a day on which \"binh-son\" existed (until 2025-06-30); enter it under its \
             successor, or correct the period (line 13)",
        ),
        (
            good().set(AN_HAI, "/observations/0/comparator", json!("<")),
            "observations/an-hai.json: $.observations[0].comparator: found the comparator \"<\", \
             expected a target of \"cashless-bills\" to be bounded on the other side, because \
             higher is better; correct the comparator or the indicator's \"better\" (line 5)",
        ),
        (
            good()
                .set(AN_HAI, "/observations/2/id", json!("an-hai/cashless-bills/result/2024-09"))
                .set(AN_HAI, "/observations/2/indicator", json!("cashless-bills")),
            "observations/an-hai.json: $.observations[2].id: found the id \
             \"an-hai/cashless-bills/result/2024-09\" again, expected every id once (first at \
             observations/an-hai.json: $.observations[1]); give one of the two another id (line 33)",
        ),
        (
            good().set(AN_HAI, "/observations/1/id", json!("an-hai/bills/result/2024")),
            "observations/an-hai.json: $.observations[1].id: found the id \
             \"an-hai/bills/result/2024\", expected one that begins with \
             \"an-hai/cashless-bills/result/\"; correct the id, or move the observation to its own \
             file (line 22)",
        ),
        (
            good().set(AN_HAI, "/observations/1/source", json!("papers")),
            "observations/an-hai.json: $.observations[1].source: found \"papers\", expected the id \
             of a source; did you mean \"paper\"? (line 27)",
        ),
        (
            good().set(AN_HAI, "/observations/1/disputes", json!(["nothing of the kind"])),
            "observations/an-hai.json: $.observations[1].disputes[0]: found \"nothing of the \
             kind\", expected the id of an observation; correct it or add the entry it names (line 23)",
        ),
        (
            good().set(AN_HAI, "/observations/1/derived_from", json!(["nothing of the kind"])),
            "observations/an-hai.json: $.observations[1].derived_from[0]: found \"nothing of the \
             kind\", expected the id of an observation; correct it or add the entry it names (line 23)",
        ),
        (
            good().set(
                AN_HAI,
                "/observations/1/disputes",
                json!(["an-hai/cashless-bills/result/2024-9"]),
            ),
            "observations/an-hai.json: $.observations[1].disputes[0]: found \
             \"an-hai/cashless-bills/result/2024-9\", expected the id of an observation; did you \
             mean \"an-hai/cashless-bills/result/2024-09\"? (line 23)",
        ),
        (
            good().set("provinces.json", "/provinces/1/successor", json!("zzz")),
            "provinces.json: $.provinces[1].successor: found \"zzz\", expected the id of a \
             province; correct it or add the entry it names (line 35)",
        ),
        (
            good().set(AN_HAI, "/observations/1/basis", json!("derived")),
            "observations/an-hai.json: $.observations[1].basis: found the basis \"derived\" \
             without \"derived_from\", expected the ids of the figures it was computed from; name \
             them (line 21)",
        ),
        (
            good().set(
                AN_HAI,
                "/observations/1/disputes",
                json!(["an-hai/cashless-bills/result/2024-09"]),
            ),
            "observations/an-hai.json: $.observations[1].disputes[0]: found the entry's own id, expected \
             that of another one; correct it or remove it (line 23)",
        ),
        (
            good().set(
                AN_HAI,
                "/observations/1/disputes",
                json!(["binh-son/cashless-bills/result/2024"]),
            ),
            "observations/an-hai.json: $.observations[1].disputes[0]: found the dispute with \
             \"binh-son/cashless-bills/result/2024\", which differs in province, expected a figure \
             of one thing at one time (same province, indicator, base and kind, periods that \
             overlap; a result and the province's own goal of that value for that time); say in \
             the note how the two differ (line 23)",
        ),
        (
            good().set(AN_HAI, "/observations/1/period", json!("2024-11")),
            "warning: observations/an-hai.json: $.observations[1].period: found a result for \
             2024-11 in a source of 2024-10-09, expected a period that had begun; check whether it \
             is a goal or a forecast (line 26)",
        ),
        (
            good().set(AN_HAI, "/observations/0/deadline", json!("2020")),
            "warning: observations/an-hai.json: $.observations[0].deadline: found the deadline \
             2020 for a target made on 2021-03-01, expected a deadline after it; check both dates (line 6)",
        ),
        (
            good().set(CHAU_GIANG, "/observations/3/value", json!(-5)),
            "warning: observations/chau-giang.json: $.observations[3].value: found the count -5, \
             expected none below zero; check the value (line 43)",
        ),
        (
            good().set(CHAU_GIANG, "/observations", json!([])),
            "warning: indicators.json: $.indicators[4]: found the indicator \"service-points\" \
             that no observation uses, expected at least one; remove it or add its figures (line 87)",
        ),
        (
            good().set(AN_HAI, "/observations/1/value", json!(30.000_000_000_000_004)),
            "observations/an-hai.json: $.observations[1].value: found 30.000000000000004, expected \
             a number with at most eight decimals; write 30, or the number as the source prints it \
             (line 28)",
        ),
        (
            good().set(AN_HAI, "/observations/2/base", json!(64)),
            "observations/an-hai.json: $.observations[2].base: found a province's rank among 64, \
             expected at most 63, the number of provinces on 2023-12-31; correct the base, or give \
             the day of its borders in \"unit_as_of\" (a goal: when it was made) (line 31)",
        ),
        (
            good().set(AN_HAI, "/observations/2/unit_as_of", json!("2025-07-01")),
            "observations/an-hai.json: $.observations[2].base: found a province's rank among 63, \
             expected at most 34, the number of provinces on 2025-07-01; correct the base, or give \
             the day of its borders in \"unit_as_of\" (a goal: when it was made) (line 31)",
        ),
        (
            good().push(AN_HAI, "/observations", json!({ "id": "an-hai/index-rank/target/2026", "indicator": "index-rank", "kind": "target", "value": 20, "comparator": "<=", "base": 63, "deadline": "2026", "made": "2025-08-01", "basis": "reported", "source": "paper", "locator": "¶3" })),
            "observations/an-hai.json: $.observations[4].base: found a province's rank among 63, \
             expected at most 34, the number of provinces on 2025-08-01; correct the base, or give \
             the day of its borders in \"unit_as_of\" (a goal: when it was made) (line 52)",
        ),
        (
            good().set(AN_HAI, "/observations/3/period", json!("2026-11-23")),
            "observations/an-hai.json: $.observations[3].period: found a result for 2026-11-23, \
             expected a time that has begun (today is 2026-11-22); correct the period, or enter it \
             as a target (line 47)",
        ),
        (
            good().set(AN_HAI, "/observations/1/id", json!("an-hai/cashless-bills/result/2024_Q3")),
            "observations/an-hai.json: $.observations[1].id: found the character '_' in the id \
             \"an-hai/cashless-bills/result/2024_Q3\", expected a-z 0-9 . / - alone; write it \
             without (line 22)",
        ),
        (
            good().set("sources.json", "/sources/2/id", json!("undated/1")),
            "sources.json: $.sources[2].id: found the character '/' in the id \"undated/1\", \
             expected a-z 0-9 . - alone, without \"/\"; write it without (line 25)",
        ),
        (
            good().set("indicators.json", "/indicators/4/concept", json!("Điểm phục vụ")),
            "indicators.json: $.indicators[4].concept: found the character 'Đ' in the id \"Điểm \
             phục vụ\", expected a-z 0-9 . - alone, without \"/\"; write it without (line 89)",
        ),
        (
            good().push(AN_HAI, "/observations", json!({ "id": "an-hai/cashless-bills/result/0a", "indicator": "cashless-bills", "kind": "result", "value": 91, "period": "2024-01/2024-Q3", "basis": "reported", "source": "paper", "locator": "¶3" })),
            "observations/an-hai.json: $.observations[4]: found the same figure of the same source \
             as \"an-hai/cashless-bills/result/2024-09\" (observations/an-hai.json: \
             $.observations[1]) with another value, expected each figure of a source once; correct \
             one of the two, or let it supersede or dispute the other if the source says both (line \
             51)",
        ),
        (
            good().push(AN_HAI, "/observations", json!({ "id": "an-hai/cashless-bills/result/0a", "indicator": "cashless-bills", "kind": "result", "value": 86.06, "period": "2024-01/2024-09", "basis": "reported", "source": "paper", "locator": "¶9" })),
            "observations/an-hai.json: $.observations[4]: found the same figure of the same source \
             as \"an-hai/cashless-bills/result/2024-09\" (observations/an-hai.json: \
             $.observations[1]), expected each figure of a source once; keep the first, and name \
             another source of it in its \"also\" (line 51)",
        ),
        (
            good().set(AN_HAI, "/observations/1/supersedes", json!("an-hai/full-dossiers/result/2023")).set(AN_HAI, "/observations/3/supersedes", json!("an-hai/cashless-bills/result/2024-09")),
            "observations/an-hai.json: $.observations[1].supersedes: found entries that supersede \
             one another in a circle (an-hai/cashless-bills/result/2024-09 → \
             an-hai/full-dossiers/result/2023 → an-hai/cashless-bills/result/2024-09), expected a \
             chain with an end; remove one of the references (line 28)",
        ),
        (
            good().set(AN_HAI, "/observations/1/supersedes", json!("an-hai/cashless-bills/result/2024-09")),
            "observations/an-hai.json: $.observations[1].supersedes: found the entry's own id, \
             expected that of another one; correct it or remove it (line 28)",
        ),
        (
            good().set("provinces.json", "/provinces/0/successor", json!("binh-son")),
            "provinces.json: $.provinces[0].successor: found entries that succeed one another in a \
             circle (an-hai → binh-son → an-hai), expected a chain with an end; remove one of the \
             references (line 17)",
        ),
        (
            good().set("provinces.json", "/provinces/0/successor", json!("an-hai")),
            "provinces.json: $.provinces[0].successor: found the entry's own id, expected that of \
             another one; correct it or remove it (line 17)",
        ),
        (
            good().set(AN_HAI, "/observations/1/derived_from", json!(["an-hai/full-dossiers/result/2023"])).set(AN_HAI, "/observations/3/derived_from", json!(["an-hai/cashless-bills/result/2024-09"])),
            "observations/an-hai.json: $.observations[1].derived_from: found entries that derive \
             from one another in a circle (an-hai/cashless-bills/result/2024-09 → \
             an-hai/full-dossiers/result/2023 → an-hai/cashless-bills/result/2024-09), expected a \
             chain with an end; remove one of the references (line 22)",
        ),
        (
            good().set(AN_HAI, "/observations/1/value", json!(0.86)),
            "warning: observations/an-hai.json: $.observations[1].value: found 0.86, expected a \
             value like the others of \"cashless-bills\", none of which is below 54.537; check \
             whether a percentage was written as a share of one (line 28)",
        ),
        (
            good().set(AN_HAI, "/observations/1/locator", json!("cả trang · whole page")),
            "warning: observations/an-hai.json: $.observations[1].locator: found the whole page as \
             the place, expected the paragraph, row or cell where the figure stands; name it once \
             the page can be read (line 25)",
        ),
        (
            good().set(AN_HAI, "/observations/1/inferred", json!(["value"])),
            "observations/an-hai.json: $.observations[1].inferred[0]: found \"value\", expected one of \
             \"base\", \"comparator\", \"deadline\", \"document\", \"made\", \"period\", \
             \"said_by\", \"unit_as_of\"; choose one of them (line 25)",
        ),
        (
            good().set(AN_HAI, "/observations/1/fragment", json!("một hai ba bốn năm sáu bảy")),
            "observations/an-hai.json: $.observations[1].fragment: found 7 words of the source, \
             expected at most 6, enough to find the place; leave the others out (line 22)",
        ),
        (
            good().set(AN_HAI, "/observations/1/also", json!([{ "source": "papr", "locator": "¶1" }])),
            "observations/an-hai.json: $.observations[1].also[0].source: found \"papr\", expected the \
             id of a source; did you mean \"paper\"? (line 24)",
        ),
        (
            good().set(AN_HAI, "/observations/0/draft", json!(false)),
            "observations/an-hai.json: $.observations[0].draft: found false, expected true; write it \
             in the form docs/data.md gives (line 8)",
        ),
        (
            good().set(AN_HAI, "/observations/0/draft", json!("draft")),
            "observations/an-hai.json: $.observations[0].draft: found the text \"draft\", expected \
             true; write it in the form docs/data.md gives (line 8)",
        ),
        (
            good().set(AN_HAI, "/observations/1/reply", reply("papr", "2025-02-03")),
            "observations/an-hai.json: $.observations[1].reply.source: found \"papr\", expected the \
             id of a source; did you mean \"paper\"? (line 30)",
        ),
        (
            good().set(AN_HAI, "/observations/1/reply", reply("paper", "2025-02-30")),
            "observations/an-hai.json: $.observations[1].reply.on: found \"2025-02-30\", expected a \
             date that exists, as YYYY, YYYY-Qn, YYYY-MM, YYYY-MM-DD or an interval a/b, with years \
             from 1990 to 2100; correct it (line 29)",
        ),
        (
            good()
                .set(AN_HAI, "/observations/1/reply", reply("paper", "2025"))
                .unset(AN_HAI, "/observations/1/reply/en"),
            "observations/an-hai.json: $.observations[1].reply: found no key \"en\", expected it to \
             stand here; add it (docs/data.md says where null is allowed) (line 27)",
        ),
        (
            good().set(AN_HAI, "/observations/1/reply", json!("So it is.")),
            "observations/an-hai.json: $.observations[1].reply: found the text \"So it is.\", \
             expected an object; write it in the form docs/data.md gives (line 27)",
        ),
        (
            good().set("indicators.json", "/indicators/1/method_unknown", json!(false)),
            "indicators.json: $.indicators[1].method_unknown: found false, expected true; write it in \
             the form docs/data.md gives (line 34)",
        ),
        (
            good().set("indicators.json", "/indicators/1/method_unknown", json!(["steps"])),
            "indicators.json: $.indicators[1].method_unknown: found a list, expected true; \
             write it in the form docs/data.md gives (line 34)",
        ),
        (
            good()
                .set("indicators.json", "/indicators/0/aliases", json!({ "vi": ["Một cửa"] }))
                .set("indicators.json", "/indicators/4/aliases", json!({ "vi": ["một cửa"] })),
            "indicators.json: $.indicators[4].aliases.vi[0]: found the alias \"một cửa\", which \
             \"cashless-bills\" claims, too, expected each alias once; leave it with the one that it \
             means (line 95)",
        ),
    ]
}

/// What a province answers, in this source and on this date.
fn reply(source: &str, on: &str) -> Value {
    json!({ "vi": "Đúng thế.", "en": "So it is.", "source": source, "on": on })
}
