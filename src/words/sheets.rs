//! What can be wrong with a sheet, and what is said about one that was read.

use crate::model::Lang;
use crate::model::clip;
use crate::model::sheet::{Fault, Named, Notice, heading};

/// What is wrong, and what to do about it.
#[must_use]
pub fn fault(fault: &Fault, lang: Lang) -> String {
    let [en, zh] = fault_in_both(fault);
    match lang {
        Lang::En => en,
        Lang::Zh => zh,
    }
}

fn quote(text: &str) -> String {
    clip(text, 60)
}

fn fault_in_both(fault: &Fault) -> [String; 2] {
    let both = |en: &str, zh: &str| [en.to_owned(), zh.to_owned()];
    match fault {
        Fault::Protected => both(
            "the workbook is protected with a password; save it without one",
            "工作簿有密码保护；请另存为不带密码的文件",
        ),
        Fault::OldFormat => both(
            "this is a workbook of an old format; save it as .xlsx",
            "这是旧格式的工作簿；请另存为.xlsx",
        ),
        Fault::NoWorkbook => both(
            "this holds no workbook that can be read; save it as .xlsx or .csv",
            "文件中没有可读取的工作簿；请另存为.xlsx或.csv",
        ),
        Fault::Damaged(why) => {
            let why = quote(why);
            [
                format!(
                    "the workbook is damaged ({why}); open it in a spreadsheet program and save it again"
                ),
                format!("工作簿已损坏（{why}）；请用电子表格软件打开并重新保存"),
            ]
        }
        Fault::TooLarge(limit) => {
            let limit = crate::files::size(*limit);
            [
                format!(
                    "the sheet takes more than {limit} in memory; allow more with --max-size, or split it"
                ),
                format!("表格展开后超过{limit}；可用--max-size放宽，或拆分表格"),
            ]
        }
        Fault::Undecodable(encoding) => [
            format!("some of the text is not valid {encoding}; save the file as UTF-8"),
            format!("部分文字不是有效的{encoding}；请把文件另存为UTF-8"),
        ],
        Fault::Empty => both(
            "the sheet is empty; give it a row of headings, such as Item, Lead, Due",
            "表格是空的；请加上表头，如：任务、牵头单位、完成时限",
        ),
        Fault::OpenQuote => both(
            "a quotation mark opens here and is never closed; close it or delete it",
            "此处的引号没有配对；请补上或删去",
        ),
        Fault::NoHeadings => both(
            "no row of headings that are known; name the columns, such as Item, Lead, Due (`plan help sheets` lists them)",
            "没有可识别的表头；请写明各列，如：任务、牵头单位、完成时限（见 plan help sheets）",
        ),
        Fault::DoubleHeading { heading, first } => {
            let heading = quote(heading);
            [
                format!(
                    "the heading “{heading}” means the same as the one in {first}; rename or delete one of them"
                ),
                format!("表头“{heading}”与{first}的含义相同；请改名或删去一个"),
            ]
        }
        Fault::MisspeltHeading { heading, near } => {
            let heading = quote(heading);
            [
                format!("unknown heading “{heading}”; did you mean “{near}”?"),
                format!("未知的表头“{heading}”；是否想写“{near}”？"),
            ]
        }
        Fault::ControlCharacter => both(
            "a control character in the cell; delete it",
            "单元格中有控制字符；请删去",
        ),
        Fault::Formula => both(
            "a formula that was saved without its value; open the sheet in a spreadsheet program and save it, or write the value",
            "公式没有保存结果；请用电子表格软件打开并保存，或直接写出结果",
        ),
        Fault::ErrorValue(error) => [
            format!("the formula gives {error}; correct it or write the value"),
            format!("公式的结果是{error}；请改正或直接写出结果"),
        ],
        Fault::BadDate(found) => {
            let found = quote(found);
            [
                format!(
                    "“{found}” is not one certain date; write it like 2025-06-30, 2025-06 or 2025"
                ),
                format!("“{found}”不是明确的日期；请写成2025-06-30、2025-06或2025"),
            ]
        }
        Fault::BadNumber(found) => {
            let found = quote(found);
            [
                format!("“{found}” is not a number; write digits alone"),
                format!("“{found}”不是数字；请只写数字"),
            ]
        }
        Fault::UnknownWord { word, known } => {
            let (word, known) = (quote(word), known.join(", "));
            [
                format!("“{word}” is not known here; write one of: {known}"),
                format!("此处不能写“{word}”；可写：{known}"),
            ]
        }
        Fault::UnknownName { name, wanted, near } => unknown_name(name, *wanted, near),
        Fault::Ambiguous { name, ids } => {
            let (name, ids) = (quote(name), ids.iter().take(8).map(|id| quote(id)));
            let ids = ids.collect::<Vec<_>>().join(", ");
            [
                format!("“{name}” fits several: {ids}; write one of these ids"),
                format!("“{name}”对应多项：{ids}；请写其中一个编号"),
            ]
        }
    }
}

fn unknown_name(name: &str, wanted: Named, near: &[String]) -> [String; 2] {
    let name = quote(name);
    let near: Vec<String> = near.iter().map(|near| quote(near)).collect();
    let (en, zh) = match wanted {
        Named::Item => ("item", "条目"),
        Named::Body => ("organisation", "机构"),
        Named::Document => ("document", "文件"),
    };
    let (todo_en, todo_zh) = match (near.is_empty(), wanted) {
        (false, _) => (
            format!("did you mean {}?", near.join(" / ")),
            format!("是否想写{}？", near.join("，或")),
        ),
        (true, Named::Document) => (
            "correct it, or add it on a sheet named Documents".to_owned(),
            "请改正，或在名为“文件”的工作表中补上".to_owned(),
        ),
        (true, Named::Item | Named::Body) => (
            "correct it, or import with --new to add it".to_owned(),
            "请改正，或导入时用--new新增".to_owned(),
        ),
    };
    [
        format!("no {en} is called “{name}”; {todo_en}"),
        format!("没有名为“{name}”的{zh}；{todo_zh}"),
    ]
}

/// What is said about a sheet that was read.
#[must_use]
pub fn notice(notice: &Notice, lang: Lang) -> String {
    let [en, zh] = match notice {
        Notice::Table {
            place,
            sort: [en, zh],
            rows,
            columns,
        } => {
            let taken = |lang| {
                let columns = columns.iter();
                let columns =
                    columns.map(|(at, column)| format!("{at} {}", heading(*column, lang)));
                columns.collect::<Vec<_>>().join(", ")
            };
            let (taken_en, taken_zh) = (taken(Lang::En), taken(Lang::Zh));
            [
                format!("{place}: {en}, rows below: {rows}, columns: {taken_en}"),
                format!("{place}：{zh}，共{rows}行；各列：{taken_zh}"),
            ]
        }
        Notice::Encoding(encoding) => [
            format!("read as {encoding}, which the file does not state"),
            format!("文件没有写明编码，按{encoding}读取"),
        ],
        Notice::Macros => [
            "it holds macros, which were not read".to_owned(),
            "其中的宏没有读取".to_owned(),
        ],
        Notice::Hidden {
            sheet,
            rows,
            columns,
        } => {
            let sheet = quote(sheet);
            [
                format!("{sheet}: what is hidden was read too (rows: {rows}, columns: {columns})"),
                format!("{sheet}：隐藏的{rows}行、{columns}列也已读取"),
            ]
        }
        Notice::HiddenSheet(name) => {
            let name = quote(name);
            [
                format!("the hidden sheet {name} was not read"),
                format!("隐藏的工作表{name}没有读取"),
            ]
        }
        Notice::SkippedSheet(name) => {
            let name = quote(name);
            [
                format!("the sheet {name} has no known headings and was not read"),
                format!("工作表{name}没有可识别的表头，没有读取"),
            ]
        }
        Notice::UnknownHeading { place, heading } => {
            let heading = quote(heading);
            [
                format!("{place}: the column “{heading}” is not known and was not read"),
                format!("{place}：未知的列“{heading}”没有读取"),
            ]
        }
        Notice::Title(place) => [
            format!("{place}: taken for a title"),
            format!("{place}：视为小标题"),
        ],
        Notice::Added { what, name, place } => {
            let name = quote(name);
            let (en, zh) = match what {
                Named::Item => ("item", "条目"),
                Named::Body => ("organisation", "机构"),
                Named::Document => ("document", "文件"),
            };
            [
                format!("{place}: new {en} {name}"),
                format!("{place}：新增{zh}{name}"),
            ]
        }
        Notice::NotAssigned(count) => [
            format!(
                "{count} rows state what the plan says, which an overlay cannot; they were left out"
            ),
            format!("{count}行是规划本身的内容，叠加文件不能改动，已略去"),
        ],
    };
    match lang {
        Lang::En => en,
        Lang::Zh => zh,
    }
}
