//! The labels of an office's own assignment. A label on a page of the screen has seven columns.

use super::strings;
use crate::model::Lang;

strings! {
    pub Assignment assignment

    /// Which part of the office has it on the desk.
    unit: "Unit" / "处室",
    contact: "Contact" / "联系人",
    due: "Due" / "时限",
    /// Open, done, late or dropped.
    status: "Status" / "进展",
    note: "Note" / "备注",
}
