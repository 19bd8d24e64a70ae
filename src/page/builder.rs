//! The builder of pages: fields with a label in the margin, runs of text that flow and wrap.

use super::charset::Charset;
use super::lines::{Line, Link, Page, Span};
use super::wrap::{break_points, hard_break, truncate, width};
use crate::describe::{TextRole, TextRun};

/// Builds a page from top to bottom.
#[derive(Debug)]
pub struct PageBuilder {
    page: Page,
    width: usize,
    margin: usize,
    charset: Charset,
    tight: bool,
    most: usize,
}

impl PageBuilder {
    /// A page of this width whose labels stand in a margin. On a narrow page the margin shrinks and
    /// labels stand above their blocks.
    #[must_use]
    pub fn new(width: usize, margin: usize) -> PageBuilder {
        let width = width.max(1);
        let margin = if width >= 34 {
            margin
        } else {
            2.min(width / 8)
        };
        PageBuilder {
            page: Page::default(),
            width,
            margin,
            charset: Charset::default(),
            tight: false,
            most: usize::MAX,
        }
    }

    /// Leaves out empty lines, for a screen with few lines.
    #[must_use]
    pub fn tight(mut self, tight: bool) -> PageBuilder {
        self.tight = tight;
        self
    }

    /// Sets what the screen can draw.
    #[must_use]
    pub fn charset(mut self, charset: Charset) -> PageBuilder {
        self.charset = charset;
        self
    }

    /// Ends the page after `most` lines.
    #[must_use]
    pub fn up_to(mut self, most: usize) -> PageBuilder {
        self.most = most;
        self
    }

    /// Returns true once the page has `most` lines, and marks it as truncated.
    pub fn is_full(&mut self) -> bool {
        self.page.cut |= self.page.lines.len() >= self.most;
        self.page.cut
    }

    /// Columns beside the margin.
    #[must_use]
    pub fn room(&self) -> usize {
        self.width.saturating_sub(self.margin).max(1)
    }

    /// Adds an empty line, unless the page is empty or already ends in one.
    pub fn gap(&mut self) {
        let last = self.page.lines.last();
        let room = self.page.lines.len() < self.most;
        if room && !self.tight && last.is_some_and(|line| !line.spans.is_empty()) {
            self.page.lines.push(Line::default());
        }
    }

    /// Adds text from the left edge over the whole width.
    pub fn line(&mut self, runs: Vec<TextRun>) {
        self.flow(0, 0, Line::default(), runs);
    }

    /// Adds text whose further lines are indented.
    pub fn hanging(&mut self, first: usize, rest: usize, runs: Vec<TextRun>) {
        let start = Line {
            spans: if first > 0 {
                vec![blank(first)]
            } else {
                Vec::new()
            },
        };
        self.flow(first, rest, start, runs);
    }

    /// Adds text in the column beside the margin, with a label in it; an empty label leaves it blank.
    pub fn field(&mut self, label: &str, runs: Vec<TextRun>) {
        self.hanging_field(label, 0, runs);
    }

    /// The same; further lines are indented by so many columns more.
    pub fn hanging_field(&mut self, label: &str, indent: usize, runs: Vec<TextRun>) {
        let indent = self.margin + if indent < self.room() / 2 { indent } else { 0 };
        let label_width = width(label);
        if label_width >= self.margin && !label.is_empty() {
            let start = Line {
                spans: vec![Span {
                    text: format!("{label} "),
                    role: TextRole::Label,
                    link: None,
                }],
            };
            self.flow(label_width + 1, indent, start, runs);
            return;
        }
        let mut start = Line::default();
        if !label.is_empty() {
            start.spans.push(Span {
                text: label.to_owned(),
                role: TextRole::Label,
                link: None,
            });
        }
        if self.margin > label_width {
            start.spans.push(blank(self.margin - label_width));
        }
        self.flow(self.margin, indent, start, runs);
    }

    /// Lays runs out in lines, the first of which is begun (`used` columns), the others indented.
    fn flow(&mut self, used: usize, indent: usize, start: Line, runs: Vec<TextRun>) {
        if self.is_full() {
            return;
        }
        let indent = if indent >= self.width { 0 } else { indent };
        let mut flow = Flow {
            line: start,
            used,
            indent,
            fresh: used <= indent,
        };
        if used >= self.width {
            self.wrap(&mut flow);
        }
        for run in runs {
            let link = run.link.map(|goal| {
                self.page.links.push(Link {
                    goal,
                    line: self.page.lines.len(),
                    aside: false,
                });
                self.page.links.len() - 1
            });
            let mut begun = false;
            let text = self.charset.fit(&run.text);
            // What no line can hold as a whole breaks between words, as all text does.
            let together = if run.whole && width(text.trim_end()) <= self.width - flow.indent {
                vec![&*text]
            } else {
                break_points(&text)
            };
            for chunk in together {
                let (mut chunk, mut visible) = (chunk, width(chunk.trim_end()));
                if flow.used + visible > self.width && !flow.fresh {
                    self.wrap(&mut flow);
                    chunk = chunk.trim_start();
                    visible = width(chunk.trim_end());
                }
                let room = self.width.saturating_sub(flow.used).max(1);
                let parts = if visible > room {
                    hard_break(chunk, room)
                } else {
                    vec![chunk]
                };
                for (nth, part) in parts.into_iter().enumerate() {
                    if nth > 0 {
                        self.wrap(&mut flow);
                    }
                    let fits = if flow.used + width(part) > self.width {
                        part.trim_end()
                    } else {
                        part
                    };
                    if !begun && let Some(index) = link {
                        self.page.links[index].line = self.page.lines.len();
                        begun = true;
                    }
                    flow.push(fits, run.role, link);
                }
            }
        }
        self.page.lines.push(flow.line.tight());
    }

    fn wrap(&mut self, flow: &mut Flow) {
        let mut done = std::mem::take(&mut flow.line);
        if let Some(last) = done.spans.last_mut() {
            last.text.truncate(last.text.trim_end().len());
        }
        self.page.lines.push(done.tight());
        if flow.indent > 0 {
            flow.line.spans.push(blank(flow.indent));
        }
        flow.used = flow.indent;
        flow.fresh = true;
    }

    /// Adds a line as it stands, truncated to the width.
    pub fn raw(&mut self, runs: impl IntoIterator<Item = TextRun>) {
        if self.is_full() {
            return;
        }
        let mut used = 0;
        let mut line = Line::default();
        for run in runs {
            let text = truncate(&run.text, self.width.saturating_sub(used), false);
            used += width(&text);
            line.spans.push(Span {
                text,
                role: run.role,
                link: None,
            });
        }
        self.page.lines.push(line);
    }

    /// The finished page, without empty lines at its end.
    #[must_use]
    pub fn finish(mut self) -> Page {
        while self
            .page
            .lines
            .last()
            .is_some_and(|line| line.spans.is_empty())
        {
            self.page.lines.pop();
        }
        self.page
    }
}

/// The line being filled.
struct Flow {
    line: Line,
    used: usize,
    indent: usize,
    fresh: bool,
}

impl Flow {
    fn push(&mut self, text: &str, role: TextRole, link: Option<usize>) {
        if text.is_empty() {
            return;
        }
        self.used += width(text);
        self.fresh = false;
        match self.line.spans.last_mut() {
            Some(last) if last.role == role && last.link == link => last.text.push_str(text),
            _ => self.line.spans.push(Span {
                text: text.to_owned(),
                role,
                link,
            }),
        }
    }
}

fn blank(columns: usize) -> Span {
    Span {
        text: " ".repeat(columns),
        role: TextRole::Plain,
        link: None,
    }
}

/// Wraps a text into lines of at most `room` columns. What it says in brackets at its end stays on one line
/// where that holds it.
#[must_use]
pub fn wrapped(text: &str, room: usize) -> Vec<String> {
    let mut builder = PageBuilder::new(room, 0);
    let end = text.rfind('[').filter(|_| text.ends_with(']'));
    let end = end.filter(|&at| width(&text[at..]) <= room);
    let (text, aside) = text.split_at(end.unwrap_or(text.len()));
    builder.line(vec![TextRun::plain(text), TextRun::plain(aside).whole()]);
    let page = builder.finish();
    page.lines.iter().map(Line::text).collect()
}
