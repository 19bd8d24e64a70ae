//! What can be wrong with a sheet, and what is said about one that was read.

use super::strings;
use super::who::who;
use crate::model::sheet::{
    BookError, CellPlace, Column, Fault, Named, SheetNotice, heading, lacks_year, statuses,
};
use crate::model::{Lang, Plan, clip};

strings! {
    Words words

    protected: "the workbook is protected with a password; save it without one"
        / "工作簿有密码保护；请另存为不带密码的文件",
    old_format: "this is a workbook in an old format; save it as .xlsx" / "工作簿为旧格式；请另存为.xlsx",
    no_workbook: "this is not a workbook that can be read; save it as .xlsx or .csv"
        / "文件不是可读取的工作簿；请另存为.xlsx或.csv",
    damaged(why: &str): "the workbook is damaged ({why}); open it in a spreadsheet program and save it again"
        / "工作簿已损坏（{why}）；请用电子表格软件打开并重新保存",
    too_large(limit: &str): "the sheet takes more than {limit} once unpacked; allow more with --max-size, or split it"
        / "表格展开后超过{limit}；可用--max-size放宽，或拆分表格",
    undecodable(encoding: &str): "some of the text is not valid {encoding}; save the file as UTF-8"
        / "部分文字不是有效的{encoding}编码；请将文件另存为UTF-8",
    empty: "the sheet is empty; add a row of headings, such as Item, Lead, Due"
        / "表格为空；请添加表头，如：任务、牵头单位、完成时限",
    open_quote: "this quotation mark is not closed; close it or delete it"
        / "此处的引号未闭合；请补全或删除",
    is_json: "this file is JSON, not a sheet; rename it to .json" / "这是JSON文件，不是表格；请将扩展名改为.json",
    other_format(name: &str): "this file is in {name} format, not a sheet; open it in a spreadsheet program and save it as .xlsx or .csv"
        / "这是{name}文件，不是表格；请用表格软件打开并另存为.xlsx或.csv",
    no_headings: "no known headings; name the columns, such as Item, Lead, Due (plan help sheets lists them)"
        / "没有可识别的表头；请写明各列名称，如：任务、牵头单位、完成时限（见plan help sheets）",
    double_heading(heading: &str, first: &str): "the heading “{heading}” means the same as the one in {first}; rename or delete one of them"
        / "表头“{heading}”与{first}的含义相同；请改名或删除其中一个",
    misspelt_heading(heading: &str, near: &str): "unknown heading “{heading}”; did you mean “{near}”?"
        / "未知表头“{heading}”；是否为“{near}”？",
    control_character: "a control character in the cell; delete it" / "单元格中有控制字符；请删除",
    formula: "a formula saved without its result; open the sheet in a spreadsheet program and save it, or write the result"
        / "公式没有保存结果；请用电子表格软件打开并保存，或直接写出结果",
    error_value(error: &str): "the formula gives {error}; correct it or write the result"
        / "公式结果为{error}；请改正或直接写出结果",
    bad_date(found: &str): "“{found}” is not a clear date; use 2025-06-30, 2025-06 or 2025"
        / "“{found}”不是明确的日期；请改写，例如2025-06-30、2025-06或2025",
    bad_number(found: &str): "“{found}” is not a number; write digits, and a point before decimals" / "“{found}”不是数字；请只写数字，小数点用“.”",
    percentage(found: &str): "“{found}” is a percentage, but the unit of measure is not %; write % as the unit, or the figure without the sign"
        / "“{found}”是百分数，但计量单位不是%；请将计量单位填为%，或只写不带百分号的数值",
    inexact_number(found: &str): "“{found}” is too large or too long to be held exactly; write at most 15 digits"
        / "“{found}”过大或位数过多，无法精确保存；请至多写15位数字",
    unknown_word(word: &str, known: &str): "unknown value “{word}”; use one of: {known}"
        / "此处不能使用“{word}”；可用：{known}",
    unknown_name(sort: &str, name: &str, advice: &str): "no {sort} is called “{name}”; {advice}"
        / "没有名为“{name}”的{sort}；{advice}",
    near(names: &str): "did you mean {names}?" / "是否为 {names}？",
    near_body(names: &str): "did you mean {names}? Add a new one in a row of the sheet Organisations, or with --new"
        / "是否为 {names}？新机构请在工作簿的“机构”表中填写一行，或使用--new",
    or: " / " / " 或 ",
    add_document: "correct it, or add it on a sheet named Documents" / "请改正，或在名为“文件”的工作表中补充",
    near_item(names: &str): "did you mean {names}? Add new ones with --new; open a separate list with --data"
        / "是否为 {names}？新条目用--new新增；独立的任务清单用--data打开",
    add_new: "correct it, or add it with --new; open a separate list with --data"
        / "请改正，或用--new新增；独立的任务清单用--data打开",
    add_body: "correct it, or add it: a row on the sheet Organisations of a workbook, or --new"
        / "请改正，或新增：在工作簿的“机构”表中填写一行，或使用--new",
    ambiguous(name: &str, ids: &str): "“{name}” matches several: {ids}; write one of these ids"
        / "“{name}”对应多项：{ids}；请填写其中一个编号",
    long_text(text: &str): "a text is too long for a cell of a workbook: {text}…; export csv or json"
        / "文字过长，工作簿的单元格放不下：{text}…；请导出csv或json",
    many_rows: "too many rows for a sheet of a workbook; export csv or json"
        / "行数超过工作表的上限；请导出csv或json",
    /// The note on a sheet to fill in.
    guide: "One item per row; leave empty what you do not know. Several organisations: with commas. Dates: 2027-06-30. Check it: plan check FILE"
        / "每行一项，不清楚的可留空；多个单位用顿号或逗号分隔；日期写作2027-06-30。检查：plan check 文件名",
    no_book(why: &str): "the workbook cannot be written: {why}" / "无法写出工作簿：{why}",
    help: "A spreadsheet can be used wherever a data file can: --overlay ours.xlsx, --data ours.csv, plan check.\n\
\n\
Columns are recognised by their headings, in any order; rows above the headings are titles. Write items\n\
and organisations by id, name, short name or other name; several in one cell are separated by , ; 、 or\n\
line breaks. Write dates as dates or as text: 2025-06-30, 2025.6, June 2025. Under\n\
Status write open, done, late or dropped; more specific entries (on track, 80%) are read as one of them\n\
and kept as a note. “Not started”, “planned” and the like are shown as not started (status:unstarted);\n\
text under Due that is not a date is kept as a note too. Other values that are not recognised\n\
are left out, their text goes into the note, and plan check names each cell. New items and organisations\n\
are added with --new. A text in two languages has two columns: Name (English), Name (Chinese).\n\
\n  \
plan template overlay --out ours.xlsx   a sheet with the plan's items, to fill in\n  \
plan --overlay ours.xlsx                the plan with your entries\n  \
plan --overlay ours.xlsx search status:late   what is late; due:2025 by date, unit:NAME by unit\n  \
plan import ours.xlsx --out ours.json   converted to a data file\n  \
plan export --format xlsx --out all.xlsx\n\
\n\
Headings, each with others that mean the same:\n"
        / "凡可使用数据文件之处均可使用电子表格：--overlay ours.xlsx、--data ours.csv、plan check。\n\
\n\
各列按表头识别，次序不限；表头以上的行视为标题。条目和机构可填编号、名称、简称或别名；同一单元格填写\n\
多个时，用顿号、逗号、分号或换行分隔。日期可为日期格式，也可写2025-06-30、2025.6、2025年6月。进展请填\n\
进行中、已完成、逾期或已取消；其他填法（如有序推进、80%）归入其中一种，原文记入备注；未启动、计划中\n\
等显示为未启动（进展：未启动）；完成时限栏中的其他文字也作为备注。其余不能识别的内容不予采用，原文记入备注，\n\
plan check 逐一注明所在单元格；新条目、新机构用 --new 新增。\n\
双语文本分两列：名称（中文）、名称（英文）。\n\
\n  \
plan template overlay --out ours.xlsx   列有规划条目、供填写的表格\n  \
plan --overlay ours.xlsx                规划与所填内容一并显示\n  \
plan --overlay ours.xlsx search 进展：逾期  列出逾期项；另有到期：2025、责任处室：信息等\n  \
plan import ours.xlsx --out ours.json   转换为数据文件\n  \
plan export --format xlsx --out all.xlsx\n\
\n\
表头（同一行含义相同）：\n",
    named(what: Named): match what {
        Named::Item => "item" / "条目",
        Named::Body => "organisation" / "机构",
        Named::Document => "document" / "文件",
    },

    table(place: &str, sort: &str, rows: usize, columns: &str): "{place}: {sort}, rows: {rows}, columns: {columns}"
        / "{place}：{sort}，共{rows}行，各列：{columns}",
    encoding(encoding: &str): "read as {encoding}; the file does not state its encoding"
        / "文件未注明编码，按{encoding}读取",
    macros: "macros were not read" / "宏未读取",
    hidden(sheet: &str, rows: usize, columns: usize): "{sheet}: hidden cells were read too (rows: {rows}, columns: {columns})"
        / "{sheet}：隐藏的{rows}行、{columns}列也已读取",
    hidden_sheet(name: &str): "the hidden sheet {name} was not read" / "隐藏的工作表{name}未读取",
    skipped_sheet(name: &str): "the sheet {name} has no known headings and was not read"
        / "工作表{name}没有可识别的表头，未读取",
    unknown_heading(place: &str, heading: &str): "{place}: unknown column “{heading}” was not read"
        / "{place}：未知表头“{heading}”，该列未读取",
    unused_heading(place: &str, heading: &str, sheets: &str): match sheets {
        "" => "{place}: column “{heading}” was not read" / "{place}：“{heading}”列未读取",
        _ => "{place}: column “{heading}” was not read; it belongs on a sheet named {sheets}"
            / "{place}：“{heading}”列未读取；应放在名为“{sheets}”的工作表中",
    },
    not_read(first: &str, heading: &str, columns: usize, file: &str): match columns {
        1 => "{first}: column “{heading}” was not read; see plan check {file}"
            / "{first}：“{heading}”列未读取；详见plan check {file}",
        _ => "{first} and others: {columns} columns were not read; see plan check {file}"
            / "{first}等{columns}列未读取；详见plan check {file}",
    },
    no_key(place: &str, rows: usize): match rows {
        1 => "{place}: the row was not read; it does not say what it is about"
            / "{place}：该行未写明所指条目或名称，未读取",
        _ => "{place} and others: {rows} rows were not read; they do not say what they are about"
            / "{place}等{rows}行未写明所指条目或名称，未读取",
    },
    kept_as_note(place: &str, heading: &str, text: &str, known: &str): "{place}: {heading} “{text}” not understood, shown as a note; use one of {known}, and write free text in the Note column"
        / "{place}：{heading}“{text}”未能识别，已作为备注显示；请填写{known}之一，其他说明请写在“备注”栏",
    no_year(place: &str, heading: &str, text: &str): "{place}: {heading} “{text}” has no year, shown as a note; write the year too, as in 2026-12-31"
        / "{place}：{heading}“{text}”缺少年份，已作为备注显示；请写明年份，如2026-12-31",
    /// Without a status the word is a note alone.
    read_as(place: &str, word: &str, status: &str, cells: usize, kept: bool): match (status, cells, kept) {
        ("", 1, _) => "{place}: “{word}” shown as a note; the status is left empty"
            / "{place}：“{word}”作为备注显示，进展留空",
        ("", ..) => "{place} and others ({cells} cells): “{word}” shown as a note; the status is left empty"
            / "{place}等{cells}个单元格：“{word}”作为备注显示，进展留空",
        (_, 1, false) => "{place}: “{word}” read as {status}" / "{place}：“{word}”按“{status}”处理",
        (_, 1, true) => "{place}: “{word}” read as {status}, and shown as a note"
            / "{place}：“{word}”按“{status}”处理，原文作为备注显示",
        (_, _, false) => "{place} and others ({cells} cells): “{word}” read as {status}"
            / "{place}等{cells}个单元格：“{word}”按“{status}”处理",
        _ => "{place} and others ({cells} cells): “{word}” read as {status}, and shown as a note"
            / "{place}等{cells}个单元格：“{word}”按“{status}”处理，原文作为备注显示",
    },
    dates: "2025-06-30, 2025-06, 2025" / "2025-06-30、2025-06、2025",
    kept_as_notes(first: &str, heading: &str, cells: usize, file: &str): match cells {
        1 => "{first}: {heading} not understood, shown as a note; see plan check {file}"
            / "{first}：{heading}未能识别，已作为备注显示；详见plan check {file}",
        _ => "{first} and others ({cells} cells) not understood, shown as notes; see plan check {file}"
            / "{first}等{cells}个单元格未能识别，已作为备注显示；详见plan check {file}",
    },
    left_out(place: &str, why: &str): "{place}: left out: {why}" / "{place}：未采用：{why}",
    left_outs(first: &str, why: &str, cells: usize, file: &str): match cells {
        1 => "{first}: left out: {why}" / "{first}：未采用：{why}",
        _ => "{cells} cells cannot be read and are left out (the first: {first}); see plan check {file}"
            / "{cells}个单元格无法识别，未采用（首个：{first}）；详见plan check {file}",
    },
    title(place: &str): "{place}: treated as a title" / "{place}：视为小标题",
    added(place: &str, sort: &str, name: &str): "{place}: new {sort} {name}" / "{place}：新增{sort}{name}",
    not_assigned(count: usize): "rows skipped because only the plan itself can state them: {count}"
        / "叠加文件不能改动规划本身的内容，已跳过{count}行",
}

fn quote(text: &str) -> String {
    clip(text, 60)
}

/// A limit of memory.
fn size(bytes: u64) -> String {
    match bytes >> 20 {
        0 => format!("{} kB", bytes >> 10),
        megabytes => format!("{megabytes} MB"),
    }
}

/// What is wrong, and what to do about it.
#[must_use]
pub fn fault(fault: &Fault, lang: Lang) -> String {
    let words = words(lang);
    match fault {
        Fault::Protected => words.protected.to_owned(),
        Fault::OldFormat => words.old_format.to_owned(),
        Fault::NoWorkbook => words.no_workbook.to_owned(),
        Fault::Damaged(why) => words.damaged(&quote(why)),
        Fault::TooLarge(limit) => words.too_large(&size(*limit)),
        Fault::Undecodable(encoding) => words.undecodable(encoding),
        Fault::Empty => words.empty.to_owned(),
        Fault::OpenQuote => words.open_quote.to_owned(),
        Fault::OtherFormat("JSON") => words.is_json.to_owned(),
        Fault::OtherFormat(name) => words.other_format(name),
        Fault::NoHeadings => words.no_headings.to_owned(),
        Fault::DoubleHeading { heading, first } => {
            words.double_heading(&quote(heading), &first.to_string())
        }
        Fault::MisspeltHeading { heading, near } => words.misspelt_heading(&quote(heading), near),
        Fault::ControlCharacter => words.control_character.to_owned(),
        Fault::Formula => words.formula.to_owned(),
        Fault::ErrorValue(error) => words.error_value(error),
        Fault::BadDate(found) => words.bad_date(&quote(found)),
        Fault::BadNumber(found) => words.bad_number(&quote(found)),
        Fault::Percentage(found) => words.percentage(&quote(found)),
        Fault::InexactNumber(found) => words.inexact_number(&quote(found)),
        Fault::UnknownWord { word, known } => {
            words.unknown_word(&quote(word), &known.join(who(lang).list))
        }
        Fault::UnknownName { name, wanted, near } => {
            let near = near.iter().map(|[en, zh]| match lang {
                Lang::En => quote(en),
                Lang::Zh => quote(zh),
            });
            let near: Vec<String> = near.collect();
            let advice = match (near.is_empty(), wanted) {
                (false, Named::Body) => words.near_body(&near.join(words.or)),
                (false, Named::Item) => words.near_item(&near.join(words.or)),
                (false, Named::Document) => words.near(&near.join(words.or)),
                (true, Named::Document) => words.add_document.to_owned(),
                (true, Named::Item) => words.add_new.to_owned(),
                (true, Named::Body) => words.add_body.to_owned(),
            };
            words.unknown_name(&words.named(*wanted), &quote(name), &advice)
        }
        Fault::Ambiguous { name, ids } => {
            let ids: Vec<String> = ids.iter().take(8).map(|id| quote(id)).collect();
            words.ambiguous(&quote(name), &ids.join(who(lang).list))
        }
    }
}

/// Why a workbook cannot be written.
#[must_use]
pub fn book_error(error: &BookError, lang: Lang) -> String {
    let words = words(lang);
    match error {
        BookError::LongText(text) => words.long_text(&quote(text)),
        BookError::ManyRows => words.many_rows.to_owned(),
        BookError::Other(why) => words.no_book(&quote(why)),
    }
}

/// How a sheet is to be filled in, for a note on it.
#[must_use]
pub fn guide(lang: Lang) -> &'static str {
    words(lang).guide
}

/// The page of help on sheets, above the table of headings.
#[must_use]
pub fn page(lang: Lang) -> String {
    words(lang).help.to_owned()
}

/// What is said about a sheet that was read.
#[must_use]
pub fn notice(notice: &SheetNotice, lang: Lang) -> String {
    let words = words(lang);
    match notice {
        SheetNotice::Table {
            place,
            sort,
            rows,
            columns,
        } => {
            let name = |(at, column): &(String, Column)| format!("{at} {}", heading(*column, lang));
            let columns: Vec<String> = columns.iter().map(name).collect();
            words.table(
                &place.to_string(),
                super::of(*sort, lang),
                *rows,
                &columns.join(who(lang).list),
            )
        }
        SheetNotice::Encoding(encoding) => words.encoding(encoding),
        SheetNotice::Macros => words.macros.to_owned(),
        SheetNotice::Hidden {
            sheet,
            rows,
            columns,
        } => words.hidden(&quote(sheet), *rows, *columns),
        SheetNotice::HiddenSheet(name) => words.hidden_sheet(&quote(name)),
        SheetNotice::SkippedSheet(name) => words.skipped_sheet(&quote(name)),
        SheetNotice::UnknownHeading { place, heading } => {
            words.unknown_heading(&place.to_string(), &quote(heading))
        }
        SheetNotice::UnusedHeading {
            place,
            heading,
            sheets,
        } => {
            let sheets: Vec<&str> = sheets.iter().map(|names| super::of(*names, lang)).collect();
            words.unused_heading(&place.to_string(), &quote(heading), &sheets.join(words.or))
        }
        SheetNotice::NoKey { place, rows } => words.no_key(&place.to_string(), *rows),
        SheetNotice::KeptAsNote {
            place,
            column,
            text,
        } => {
            if *column == Column::Due && lacks_year(text) {
                return words.no_year(&place.to_string(), heading(*column, lang), &quote(text));
            }
            let known = match column {
                Column::Status => statuses(lang).join(who(lang).list),
                _ => words.dates.to_owned(),
            };
            let heading = heading(*column, lang);
            words.kept_as_note(&place.to_string(), heading, &quote(text), &known)
        }
        SheetNotice::ReadAs {
            place,
            word,
            status,
            cells,
            kept,
        } => {
            let status = super::of(*status, lang);
            words.read_as(&place.to_string(), &quote(word), status, *cells, *kept)
        }
        SheetNotice::LeftOut { place, fault } => {
            words.left_out(&place.to_string(), &self::fault(fault, lang))
        }
        SheetNotice::Title(place) => words.title(&place.to_string()),
        SheetNotice::Added { what, name, place } => {
            words.added(&place.to_string(), &words.named(*what), &quote(name))
        }
        SheetNotice::NotAssigned(count) => words.not_assigned(*count),
    }
}

/// A line on the cells of the sheets that were left out, or else on those that were not understood and are
/// shown as notes, and one each on the columns and rows that were not read; none where all were.
#[must_use]
pub fn not_understood(plan: &Plan, lang: Lang) -> Vec<String> {
    let cells = cells_left_out(plan, lang).or_else(|| cells_kept(plan, lang));
    let lines = cells.into_iter().chain(columns_not_read(plan, lang));
    lines.chain(rows_not_read(plan, lang)).collect()
}

/// A cell of a file, and the file.
fn said(file: &str, place: &CellPlace) -> (String, String) {
    let file = clip(file, 200);
    (format!("{file}:{place}"), file)
}

fn cells_left_out(plan: &Plan, lang: Lang) -> Option<String> {
    let all = plan.notices().iter();
    let mut left_out = all.filter_map(|(file, notice)| match notice {
        SheetNotice::LeftOut { place, fault } => Some((file, place, fault)),
        _ => None,
    });
    let (file, place, why) = left_out.next()?;
    let (first, file) = said(file, place);
    let (why, more) = (fault(why, lang), left_out.count());
    Some(words(lang).left_outs(&first, &why, 1 + more, &file))
}

fn cells_kept(plan: &Plan, lang: Lang) -> Option<String> {
    let all = plan.notices().iter();
    let mut kept = all.filter_map(|(file, notice)| match notice {
        SheetNotice::KeptAsNote { place, column, .. } => Some((file, place, *column)),
        _ => None,
    });
    let (file, place, column) = kept.next()?;
    let (first, file) = said(file, place);
    Some(words(lang).kept_as_notes(&first, heading(column, lang), 1 + kept.count(), &file))
}

fn columns_not_read(plan: &Plan, lang: Lang) -> Option<String> {
    let all = plan.notices().iter();
    let mut columns = all.filter_map(|(file, notice)| match notice {
        SheetNotice::UnknownHeading { place, heading }
        | SheetNotice::UnusedHeading { place, heading, .. } => Some((file, place, heading)),
        _ => None,
    });
    let (file, place, heading) = columns.next()?;
    let (first, file) = said(file, place);
    Some(words(lang).not_read(&first, &quote(heading), 1 + columns.count(), &file))
}

fn rows_not_read(plan: &Plan, lang: Lang) -> Option<String> {
    let all = plan.notices().iter();
    let mut rows = all.filter_map(|(file, notice)| match notice {
        SheetNotice::NoKey { place, rows } => Some((file, place, rows)),
        _ => None,
    });
    let (file, place, first) = rows.next()?;
    let all = first + rows.map(|(.., rows)| rows).sum::<usize>();
    Some(words(lang).no_key(&said(file, place).0, all))
}
