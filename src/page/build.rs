//! The builder of pages: blocks with a label in the margin, pieces of text that flow and wrap.

use super::wrap::{chunks, tear, width};
use super::{Charset, Goal, Line, Link, Page, Span, Tone};

/// A piece of flowing text.
#[derive(Clone, Debug, Default)]
pub struct Piece {
    text: String,
    tone: Tone,
    goal: Option<Goal>,
    whole: bool,
}

impl Piece {
    /// Text in a tone.
    pub fn new(text: impl Into<String>, tone: Tone) -> Piece {
        Piece {
            text: text.into(),
            tone,
            goal: None,
            whole: false,
        }
    }

    /// Text to be read.
    pub fn plain(text: impl Into<String>) -> Piece {
        Piece::new(text, Tone::Plain)
    }

    /// More of it.
    pub(super) fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// The piece as it stands, leading nowhere.
    pub(super) fn into_span(self) -> Span {
        Span {
            text: self.text,
            tone: self.tone,
            link: None,
        }
    }

    /// Columns that it takes on one line.
    #[must_use]
    pub fn width(&self) -> usize {
        width(&self.text)
    }

    /// The same, torn only where a line would not hold it: a name in an enumeration.
    #[must_use]
    pub fn whole(mut self) -> Piece {
        self.whole = true;
        self
    }

    /// The same without blanks before it, to begin a line.
    #[must_use]
    pub fn trimmed(mut self) -> Piece {
        self.text = self.text.trim_start().to_owned();
        self
    }

    /// The same, leading somewhere.
    #[must_use]
    pub fn to(mut self, goal: Goal) -> Piece {
        self.goal = Some(goal);
        self
    }
}

/// Builds a page from the top.
#[derive(Debug)]
pub struct Builder {
    page: Page,
    width: usize,
    margin: usize,
    charset: Charset,
    tight: bool,
    most: usize,
}

impl Builder {
    /// A page of this width whose labels stand in a margin. On a narrow page the margin shrinks and
    /// labels stand above their blocks.
    #[must_use]
    pub fn new(width: usize, margin: usize) -> Builder {
        let width = width.max(1);
        let margin = if width >= 34 {
            margin
        } else {
            2.min(width / 8)
        };
        Builder {
            page: Page::default(),
            width,
            margin,
            charset: Charset::default(),
            tight: false,
            most: usize::MAX,
        }
    }

    /// The same without empty lines, for a screen that holds only a few.
    #[must_use]
    pub fn tight(mut self, tight: bool) -> Builder {
        self.tight = tight;
        self
    }

    /// The same, for a screen that can draw so much.
    #[must_use]
    pub fn charset(mut self, charset: Charset) -> Builder {
        self.charset = charset;
        self
    }

    /// The same, that ends after so many lines.
    #[must_use]
    pub fn up_to(mut self, most: usize) -> Builder {
        self.most = most;
        self
    }

    /// Whether what is to be added now has no place any more: the page has the lines that are wanted.
    pub fn is_full(&mut self) -> bool {
        self.page.cut |= self.page.lines.len() >= self.most;
        self.page.cut
    }

    /// Columns beside the margin.
    #[must_use]
    pub fn room(&self) -> usize {
        self.width.saturating_sub(self.margin).max(1)
    }

    /// An empty line, unless the page is empty or already ends in one.
    pub fn gap(&mut self) {
        let last = self.page.lines.last();
        let room = self.page.lines.len() < self.most;
        if room && !self.tight && last.is_some_and(|line| !line.spans.is_empty()) {
            self.page.lines.push(Line::default());
        }
    }

    /// Text from the left edge over the whole width.
    pub fn line(&mut self, pieces: Vec<Piece>) {
        self.flow(0, 0, Line::default(), pieces);
    }

    /// Text whose further lines are indented.
    pub fn hanging(&mut self, first: usize, rest: usize, pieces: Vec<Piece>) {
        let start = Line {
            spans: if first > 0 {
                vec![blank(first)]
            } else {
                Vec::new()
            },
        };
        self.flow(first, rest, start, pieces);
    }

    /// Text in the column beside the margin, with a label in it; an empty label leaves it blank.
    pub fn field(&mut self, label: &str, pieces: Vec<Piece>) {
        let label_width = width(label);
        if label_width >= self.margin && !label.is_empty() {
            let start = Line {
                spans: vec![Span {
                    text: format!("{label} "),
                    tone: Tone::Label,
                    link: None,
                }],
            };
            self.flow(label_width + 1, self.margin, start, pieces);
            return;
        }
        let mut start = Line::default();
        if !label.is_empty() {
            start.spans.push(Span {
                text: label.to_owned(),
                tone: Tone::Label,
                link: None,
            });
        }
        if self.margin > label_width {
            start.spans.push(blank(self.margin - label_width));
        }
        self.flow(self.margin, self.margin, start, pieces);
    }

    /// Lays pieces out in lines, the first of which is begun (`used` columns), the others indented.
    fn flow(&mut self, used: usize, indent: usize, start: Line, pieces: Vec<Piece>) {
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
        for piece in pieces {
            let link = piece.goal.map(|goal| {
                self.page.links.push(Link {
                    goal,
                    line: self.page.lines.len(),
                });
                self.page.links.len() - 1
            });
            let mut begun = false;
            let text = self.charset.fit(&piece.text);
            let together = if piece.whole {
                vec![&*text]
            } else {
                chunks(&text)
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
                    tear(chunk, room)
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
                    flow.push(fits, piece.tone, link);
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

    /// A line as it stands, cut to the width.
    pub fn raw(&mut self, spans: Vec<Span>) {
        if self.is_full() {
            return;
        }
        let mut used = 0;
        let mut line = Line::default();
        for mut span in spans {
            let room = self.width.saturating_sub(used);
            span.text = super::wrap::cut(&span.text, room, false);
            used += width(&span.text);
            line.spans.push(span);
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
    fn push(&mut self, text: &str, tone: Tone, link: Option<usize>) {
        if text.is_empty() {
            return;
        }
        self.used += width(text);
        self.fresh = false;
        match self.line.spans.last_mut() {
            Some(last) if last.tone == tone && last.link == link => last.text.push_str(text),
            _ => self.line.spans.push(Span {
                text: text.to_owned(),
                tone,
                link,
            }),
        }
    }
}

fn blank(columns: usize) -> Span {
    Span {
        text: " ".repeat(columns),
        tone: Tone::Plain,
        link: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_line_is_wider_than_the_page(words in "[a-z数字，“” ]{0,80}", columns in 2usize..40, margin in 0usize..12) {
            let mut builder = Builder::new(columns, margin);
            builder.field("Label", vec![Piece::plain(words.clone()), Piece::new(words, Tone::Strong)]);
            let page = builder.finish();
            for line in &page.lines {
                prop_assert!(width(&line.text()) <= columns.max(6), "{:?} in {}", line.text(), columns);
            }
        }
    }

    #[test]
    fn nothing_is_lost_and_links_know_their_line() {
        let mut builder = Builder::new(40, 8);
        let goal = Goal::Address("https://example.org".into());
        builder.field(
            "Who",
            vec![
                Piece::plain("one two three four five six seven "),
                Piece::plain("eight").to(goal),
            ],
        );
        let page = builder.finish();
        let text: Vec<String> = page.lines.iter().map(Line::text).collect();
        assert_eq!(
            text,
            ["Who     one two three four five six", "        seven eight"]
        );
        assert_eq!(page.links[0].line, 1);
    }
}
