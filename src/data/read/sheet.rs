//! Reads the text of a spreadsheet: lines, and the fields in each.

/// A line that holds something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::data) struct Row {
    /// Its number in the file, from 1.
    pub(in crate::data) line: usize,
    pub(in crate::data) fields: Vec<String>,
}

/// The lines with something in them. A field may be quoted; a quote that is not closed ends with its line,
/// for no field of a table has several lines.
pub(in crate::data) fn rows(text: &str) -> impl Iterator<Item = Row> + '_ {
    text.lines().enumerate().filter_map(|(idx, line)| {
        let fields = fields(line, b',');
        let is_empty = fields.iter().all(|field| field.trim().is_empty());
        (!is_empty).then_some(Row { line: idx + 1, fields })
    })
}

/// The fields of a line, or of a record of several, between these marks.
pub(in crate::data) fn fields(record: &str, mark: u8) -> Vec<String> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(mark)
        .buffer_capacity(record.len().max(64))
        .from_reader(record.as_bytes());
    let record = reader.records().next().and_then(Result::ok).unwrap_or_default();
    record.iter().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_as_an_editor_counts_them() {
        let read: Vec<Row> =
            rows("year,province\r\n\r\n,,\n2024,\"A, \"\"b\"\"\"\r\n2023,\"open\n").collect();
        let fields = |fields: &[&str]| fields.iter().map(|f| (*f).to_owned()).collect::<Vec<_>>();
        assert_eq!(
            read,
            [
                Row { line: 1, fields: fields(&["year", "province"]) },
                Row { line: 4, fields: fields(&["2024", "A, \"b\""]) },
                Row { line: 5, fields: fields(&["2023", "open"]) },
            ]
        );
    }
}
