//! Reads the sheets of a workbook (`.xlsx`).

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Reader as _, Xlsx};
use zip::ZipArchive;

use super::fault::ImportFault;
use super::grid::{Area, Cell, Cells, Grid, MAX_CELLS};

/// The most bytes that a workbook may have when it is unpacked: a small file can be made to fill any memory.
const MAX_UNPACKED: u128 = 200_000_000;
/// What a file begins with that is a zip archive, as workbooks are.
const ZIP: &[u8] = b"PK\x03\x04";
/// What a workbook of before 2007 begins with.
const OLD_WORKBOOK: &[u8] = b"\xD0\xCF\x11\xE0";

/// Whether the bytes are those of a workbook, of any age.
pub(super) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(ZIP) || bytes.starts_with(OLD_WORKBOOK)
}

/// The sheets of a workbook, those without a cell left out.
///
/// Cells are read one by one: calamine's own table has a place for every cell up to the last, which one cell
/// far away makes larger than any memory.
pub(super) fn read_workbook(bytes: &[u8]) -> Result<Vec<Grid>, ImportFault> {
    if bytes.starts_with(OLD_WORKBOOK) {
        return Err(ImportFault::new(
            "",
            "a workbook of the old form (.xls) or one with a password",
            "an .xlsx or a .csv",
            "open it in a spreadsheet and save it as .xlsx, without a password",
        ));
    }
    let unpacked = ZipArchive::new(Cursor::new(bytes)).ok().and_then(|zip| zip.decompressed_size());
    if unpacked.is_some_and(|n_bytes| n_bytes > MAX_UNPACKED) {
        return Err(ImportFault::too_large());
    }
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|e| unreadable("", &e))?;
    let mut grids = Vec::new();
    for name in workbook.sheet_names() {
        let Some(cells) = cells_of(&mut workbook, &name)? else { continue };
        let areas = workbook.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let areas: Vec<Area> = areas.iter().map(|area| (at(area.start), at(area.end))).collect();
        let mut grid = Grid::new(Some(name), cells);
        grid.merge(&areas);
        grids.push(grid);
    }
    Ok(grids)
}

/// The cells of a sheet. `None` for one without any, and for a sheet that holds a chart.
fn cells_of(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Option<Cells>, ImportFault> {
    let Ok(mut reader) = workbook.worksheet_cells_reader(name) else { return Ok(None) };
    let mut cells = BTreeMap::new();
    while let Some(found) = reader.next_cell().map_err(|e| unreadable(name, &e))? {
        cells.extend(cell(found.get_value()).map(|cell| (at(found.get_position()), cell)));
        if cells.len() > MAX_CELLS {
            return Err(ImportFault::too_large());
        }
    }
    Ok((!cells.is_empty()).then_some(cells))
}

fn at((row, col): (u32, u32)) -> (usize, usize) {
    (row as usize, col as usize)
}

fn cell(value: &DataRef<'_>) -> Option<Cell> {
    match value {
        DataRef::Empty => None,
        DataRef::Int(number) => Some(Cell::Number(*number as f64)),
        DataRef::Float(number) => Some(Cell::Number(*number)),
        DataRef::String(text) => Cell::of_text(text),
        DataRef::SharedString(text) => Cell::of_text(text),
        DataRef::Bool(_) => Some(Cell::Other("a truth value")),
        DataRef::DateTime(_) | DataRef::DateTimeIso(_) | DataRef::DurationIso(_) => {
            Some(Cell::Other("a date or a time"))
        }
        DataRef::Error(error) => Some(Cell::FormulaError(error.to_string())),
    }
}

fn unreadable(sheet: &str, error: &calamine::XlsxError) -> ImportFault {
    let place = if sheet.is_empty() { String::new() } else { format!("sheet \"{sheet}\"") };
    ImportFault::new(
        place,
        format!("a workbook that cannot be read ({error})"),
        "an .xlsx",
        "open it in a spreadsheet and save it again as .xlsx, or the sheet as .csv",
    )
}
