//! Leaders: the lines from a mark to a label that has no room beside it.

use super::placed::{Point, Rect, point};

/// How far to the side a label stands whose leader passes what is straight above or below its mark.
const SLANT: f64 = 14.0;

/// The upper left corners to try to the right and to the left of a mark for a label of this size, with
/// its middle so far below that of the mark (above it if `down` is negative), each with its cost.
pub(super) fn corners_aslant(mark: Rect, width: f64, height: f64, down: f64) -> [(f64, Point); 2] {
    let top = f64::midpoint(mark.top, mark.bottom) - height / 2.0 + down;
    [(2.0, point(mark.right + SLANT, top)), (2.2, point(mark.left - SLANT - width, top))]
}

/// The leader line from the middle of the mark to the nearest point on the edge of the label.
pub(super) fn leader(mark: Rect, label: Rect) -> [Point; 2] {
    let center = point(f64::midpoint(mark.left, mark.right), f64::midpoint(mark.top, mark.bottom));
    // Short labels are no wider than twice the inset.
    let inset = 6.0_f64.min((label.right - label.left) / 2.0);
    // Not `clamp`, whose panic prints numbers (decision 0028).
    let x = center.x.min(label.right - inset).max(label.left + inset);
    let y = if label.top > center.y {
        label.top
    } else if label.bottom < center.y {
        label.bottom
    } else {
        f64::midpoint(label.top, label.bottom)
    };
    [center, point(x, y)]
}
