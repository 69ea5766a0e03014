//! Values on the time line.

use serde::{Deserialize, Serialize};

/// A half-open stretch of the time line, in minutes since 1970-01-01T00:00.
///
/// Minutes are those of UTC when the zone is known (`zoned`), else of local time in the place told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Interval {
    /// First minute.
    pub start: i64,
    /// One past the last minute.
    pub end: i64,
    /// Whether the zone is known.
    pub zoned: bool,
}
