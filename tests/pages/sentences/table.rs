//! The table of `docs/method.md#ranking`: each example is on the page that it names, and the pairs
//! on that page have the verdict of its row.

use tinhso::address::{Page, parse};
use tinhso::compare::{Verdict, YearFilter, pairs_alike};

use super::{BASE, both_sites, real, select_all, text};

struct Row {
    of_which: String,
    address: String,
    says: String,
}

fn rows() -> Vec<Row> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/method.md");
    let document = std::fs::read_to_string(path).unwrap();
    let table = document.split_once("| Of which |").unwrap().1;
    table
        .lines()
        .skip(2)
        .take_while(|line| line.starts_with("| "))
        .map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
            assert_eq!(cells.len(), 4, "{line}");
            let (address, says) = cells[3].split_once(": “").unwrap();
            Row {
                of_which: cells[0].to_owned(),
                address: address.trim_matches('`').trim_start_matches('/').to_owned(),
                says: says.trim_end_matches('”').to_owned(),
            }
        })
        .collect()
}

#[test]
fn pages_say_what_the_table_of_the_method_allows() {
    let dataset = real();
    let rows = rows();
    assert_eq!(rows.len(), 11);
    for Row { of_which, address, says } in rows {
        let url = format!("{BASE}{address}");
        let (path, query) = url.split_once('?').unwrap_or((&url, ""));
        let parsed = parse(BASE, path, query, "", dataset);
        assert!(parsed.ignored.is_empty() && parsed.address.page != Page::NotFound, "{url}");
        let dom = both_sites()[0].view(&parsed.address);
        let texts = select_all(&dom, "main p, main li").into_iter().map(text);
        assert!(texts.into_iter().any(|text| text.contains(&says)), "{url}: {says}");
        let verdict = [Verdict::Comparable, Verdict::WithCare, Verdict::NotComparable]
            .into_iter()
            .find(|verdict| of_which.contains(&format!("`{}`", verdict.id())));
        let (Some(verdict), Page::Compare(concept)) = (verdict, &parsed.address.page) else {
            continue;
        };
        let selection = &parsed.address.selection;
        let mut provinces: Vec<&str> =
            selection.provinces.iter().flatten().map(String::as_str).collect();
        // A province alone is compared with the country.
        if provinces.len() == 1 {
            provinces.push("national");
        }
        let found = pairs_alike(dataset, concept, &provinces, selection.year);
        assert!(!found.is_empty(), "{url}");
        assert!(found.iter().any(|pair| pair.comparison.verdict == verdict), "{url}: {of_which}");
        if verdict != Verdict::NotComparable {
            assert!(found.iter().all(|pair| pair.comparison.verdict == verdict), "{url}");
        }
        assert!(matches!(selection.year, YearFilter::Latest | YearFilter::Year(2023)), "{url}");
    }
}
