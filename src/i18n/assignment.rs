//! The labels of an office's own assignment. They are few words: a page's labels stand in a margin.

use super::strings;
use crate::model::Lang;

strings! {
    pub Assignment assignment

    /// The part of the office that handles it.
    unit: "Unit" / "责任处室",
    contact: "Contact" / "联系人",
    due: "Due" / "完成时限",
    /// Open, done, late or dropped.
    status: "Status" / "进展",
    note: "Note" / "备注",
}
