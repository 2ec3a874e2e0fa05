//! What is wrong with the form of a file or an entry.

use serde_json::json;

use super::Case;
use crate::support::Files;

const AN_HAI: &str = "observations/an-hai.json";

#[expect(clippy::too_many_lines, reason = "a list, with one entry for each problem there is")]
pub(super) fn cases() -> Vec<Case> {
    let good = Files::good;
    vec![
        (
            good().without("observations/national.json"),
            "observations/national.json: $: found no readable file (no such file), expected the \
             file that manifest.json names; put the file back, or correct its name there",
        ),
        (
            good().set("manifest.json", "/files/observations/4", json!(AN_HAI)),
            "manifest.json: $.files.observations[4]: found the path \
             \"observations/an-hai.json\" again, expected each file once; keep one of the two (line \
             9)",
        ),
        (
            good().set("manifest.json", "/files/observations/4", json!("../secret.json")),
            "manifest.json: $.files.observations[4]: found the path \"../secret.json\", expected \
             one inside the data folder; write it relative to manifest.json, without \"..\" and \
             without a leading \"/\" (line 9)",
        ),
        (
            good().set("manifest.json", "/schema", json!(2)),
            "manifest.json: $.schema: found schema the number 2, expected 1; use the format of \
             docs/data.md (line 13)",
        ),
        (
            good().set(AN_HAI, "/observations/1/value", json!("86")),
            "observations/an-hai.json: $.observations[1].value: found the text \"86\", expected a \
             number without quotes; write 86 (line 28)",
        ),
        (
            good().unset(AN_HAI, "/observations/1/locator"),
            "observations/an-hai.json: $.observations[1]: found no key \"locator\", expected it to \
             stand here; add it (docs/data.md says where null is allowed) (line 20)",
        ),
        (
            good().set(AN_HAI, "/observations/1/notes", json!("x")),
            "observations/an-hai.json: $.observations[1]: found the unknown key \"notes\", \
             expected a key of docs/data.md; did you mean \"note\"? (line 20)",
        ),
        (
            good().set(AN_HAI, "/observations/1/color", json!("x")),
            "observations/an-hai.json: $.observations[1]: found the unknown key \"color\", \
             expected a key of docs/data.md; remove it (line 20)",
        ),
        (
            good().set(AN_HAI, "/observations/1/basis", json!("guessed")),
            "observations/an-hai.json: $.observations[1].basis: found \"guessed\", expected one of \
             \"reported\", \"measured\", \"surveyed\", \"derived\"; choose one of them (line 21)",
        ),
        (
            good().set("indicators.json", "/indicators/0/name/en", json!(" ")),
            "indicators.json: $.indicators[0].name.en: found an empty text, expected words; write \
             them, in both languages (line 16)",
        ),
        (
            good().set(AN_HAI, "/observations/1/period", json!("2023-02-29")),
            "observations/an-hai.json: $.observations[1].period: found \"2023-02-29\", expected a \
             date that exists, as YYYY, YYYY-Qn, YYYY-MM, YYYY-MM-DD or an interval a/b, with \
             years from 1990 to 2100; correct it (line 26)",
        ),
        (
            good().set(AN_HAI, "/observations/1/period", json!("2024-09/2024-01")),
            "observations/an-hai.json: $.observations[1].period: found the interval \
             \"2024-09/2024-01\", expected one that ends after it begins; swap its ends (line 26)",
        ),
        (
            good().set("sources.json", "/sources/0/url", json!("javascript:alert(1)")),
            "sources.json: $.sources[0].url: found \"javascript:alert(1)\", expected an address \
             that begins with https:// or http://; correct it or write null (line 11)",
        ),
        (
            good().set(
                "sources.json",
                "/sources/3",
                json!({"id": "paper", "kind": "news",
                "title": "x", "publisher": null, "author": null, "published": null, "url": null,
                "language": "vi"}),
            ),
            "sources.json: $.sources[3].id: found the id \"paper\" again, expected every id once \
             (first at sources.json: $.sources[0]); give one of the two another id (line 36)",
        ),
        (
            good().set("indicators.json", "/indicators/4/range", json!([9, 2.5])),
            "indicators.json: $.indicators[4].range: found the range [9, 2.5], expected its first \
             number below its second; correct it (line 104)",
        ),
        (
            good().set("indicators.json", "/indicators/3/rank_of", json!("service-points")),
            "indicators.json: $.indicators[3].rank_of: found \"service-points\" as what \"index-rank\" is \
             the rank of, expected a rank, and another indicator of its concept that is no rank; \
             correct one of the two, or leave this key out (line 85)",
        ),
        (
            good().set("indicators.json", "/indicators/3/rank_of", json!("service-point")),
            "indicators.json: $.indicators[3].rank_of: found \"service-point\", expected the id of an \
             indicator; did you mean \"service-points\"? (line 85)",
        ),
        (
            good().replace(AN_HAI, "\"value\": 86.06,", "\"value\": 86.06,\n      \"value\": 91,"),
            "observations/an-hai.json: $.observations[1].value: found the key \"value\" again \
             (first in line 25), expected each key once; keep one of the two (line 26)",
        ),
        (
            good().replace(
                AN_HAI,
                "\"province\": \"an-hai\",",
                "\"province\": \"an-hai\",\n  \"observations\": [],",
            ),
            "observations/an-hai.json: $.observations: found the key \"observations\" again (first \
             in line 3), expected each key once; keep one of the two (line 4)",
        ),
        (
            good().text("observations/extra.json", "{}"),
            "observations/extra.json: $: found a file that manifest.json does not name, expected \
             each file of the folder to be named there (only schema/ need not); name it, or move it \
             out of the folder",
        ),
        (
            good().text("notes.txt", "to do"),
            "notes.txt: $: found a file that manifest.json does not name, expected each file of the \
             folder to be named there (only schema/ need not); name it, or move it out of the \
             folder",
        ),
        (
            good().without("manifest.json"),
            "manifest.json: $: found no readable file (no such file), expected the file with the \
             names of the others; put it back",
        ),
        (
            good().set("sources.json", "/sources/0/url", json!("https://me:secret@example.org/x")),
            "sources.json: $.sources[0].url: found \"https://me:secret@example.org/x\", expected an \
             address without the name of a user; remove what stands before the \"@\" (line 11)",
        ),
        (
            good().set("sources.json", "/sources/0/url", json!("https:///x")),
            "sources.json: $.sources[0].url: found \"https:///x\", expected an address that begins \
             with https:// or http://; correct it or write null (line 11)",
        ),
        (
            good().set(AN_HAI, "/observations/1/value", json!("86,06")),
            "observations/an-hai.json: $.observations[1].value: found the text \"86,06\", \
             expected a number without quotes; write 86.06 (line 28)",
        ),
        (
            good().set(AN_HAI, "/observations/1/base", json!(0)),
            "observations/an-hai.json: $.observations[1].base: found the number 0, expected a whole \
             number from 1; write it in the form docs/data.md gives (line 21)",
        ),
        (
            good().set(AN_HAI, "/observations/1/period", json!("31/12/2024")),
            "observations/an-hai.json: $.observations[1].period: found \"31/12/2024\", expected a \
             date that exists, as YYYY, YYYY-Qn, YYYY-MM, YYYY-MM-DD or an interval a/b, with \
             years from 1990 to 2100; write \"2024-12-31\" (line 26)",
        ),
        (
            good().set("indicators.json", "/indicators/0/breaks", json!(["2021", 2024])),
            "indicators.json: $.indicators[0].breaks[1]: found the number 2024, expected a text; \
             write it in the form docs/data.md gives (line 7)",
        ),
        (
            good().set("indicators.json", "/indicators/0/breaks", json!(["21"])),
            "indicators.json: $.indicators[0].breaks[0]: found the text \"21\", expected a year in \
             quotes; write it in the form docs/data.md gives (line 6)",
        ),
        (
            good().set("indicators.json", "/indicators/0/range", json!([0])),
            "indicators.json: $.indicators[0].range: found a list, expected two numbers; write it \
             in the form docs/data.md gives (line 24)",
        ),
        (
            good().set("indicators.json", "/indicators/0/better", json!("more")),
            "indicators.json: $.indicators[0].better: found \"more\", expected one of \"higher\", \
             \"lower\"; choose one of them (line 4)",
        ),
        (
            good().unset("sources.json", "/sources/0/author"),
            "sources.json: $.sources[0]: found no key \"author\", expected it to stand here; add it \
             (docs/data.md says where null is allowed) (line 3)",
        ),
        (
            good().set("sources.json", "/sources/0/language", json!("fr")),
            "sources.json: $.sources[0].language: found \"fr\", expected one of \"vi\", \"en\"; \
             choose one of them (line 7)",
        ),
        (
            good().set(AN_HAI, "/observations/1/note", json!({ "vi": "chỉ tiếng Việt" })),
            "observations/an-hai.json: $.observations[1].note: found no key \"en\", expected it to \
             stand here; add it (docs/data.md says where null is allowed) (line 26)",
        ),
        (
            good().set(AN_HAI, "/observations/1", json!(7)),
            "observations/an-hai.json: $.observations[1]: found the number 7, expected an object; \
             write it in the form docs/data.md gives (line 20)",
        ),
    ]
}
