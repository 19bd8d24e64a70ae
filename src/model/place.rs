//! Where things stand in a JSON text that is known to be valid: a walk over it that needs no tree
//! and no recursion. Only used once something was found wrong and its line is wanted.

use std::borrow::Cow;

/// A step from a value to one inside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The member of an object with this key.
    Key(&'static str),
    /// The element of a list, from 0.
    At(usize),
}

/// The steps to a value of a record, built on the stack while the record is walked: it costs
/// nothing as long as nothing is wrong.
#[derive(Clone, Copy, Debug)]
pub(super) enum Path<'p> {
    /// The record itself.
    Record,
    /// A member.
    Key(&'p Path<'p>, &'static str),
    /// An element.
    At(&'p Path<'p>, usize),
}

impl<'p> Path<'p> {
    pub(super) fn key(&'p self, key: &'static str) -> Path<'p> {
        Path::Key(self, key)
    }

    pub(super) fn at(&'p self, index: usize) -> Path<'p> {
        Path::At(self, index)
    }

    pub(super) fn steps(&self) -> Vec<Step> {
        let mut steps = Vec::new();
        let mut path = self;
        loop {
            path = match path {
                Path::Record => break,
                Path::Key(outer, key) => {
                    steps.push(Step::Key(key));
                    outer
                }
                Path::At(outer, index) => {
                    steps.push(Step::At(*index));
                    outer
                }
            };
        }
        steps.reverse();
        steps
    }
}

/// The sorts of values in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// `{…}`
    Object,
    /// `[…]`
    List,
    /// `"…"`
    Text,
    /// `1`, `0.5`
    Number,
    /// `true`, `false`
    Bool,
    /// `null`
    Null,
}

/// A value at its place.
#[derive(Clone, Copy, Debug)]
pub(super) struct At<'a> {
    text: &'a str,
    /// Where the value begins, in bytes.
    pub(super) from: usize,
}

/// A member of an object.
pub(super) struct Member<'a> {
    /// Where its key begins.
    pub(super) from: usize,
    pub(super) key: Cow<'a, str>,
    pub(super) value: At<'a>,
}

impl<'a> At<'a> {
    /// The outermost value of `text`, which must be valid JSON.
    pub(super) fn root(text: &'a str) -> At<'a> {
        At {
            text,
            from: skip_blank(text, 0),
        }
    }

    /// The value that begins at `from`.
    pub(super) fn value(text: &'a str, from: usize) -> At<'a> {
        At { text, from }
    }

    fn byte(self) -> u8 {
        self.text.as_bytes().get(self.from).copied().unwrap_or(b'n')
    }

    pub(super) fn sort(self) -> Sort {
        match self.byte() {
            b'{' => Sort::Object,
            b'[' => Sort::List,
            b'"' => Sort::Text,
            b't' | b'f' => Sort::Bool,
            b'n' => Sort::Null,
            _ => Sort::Number,
        }
    }

    /// The value as it is written.
    pub(super) fn slice(self) -> &'a str {
        self.text.get(self.from..self.end()).unwrap_or("")
    }

    /// The value, if it is a string; one that cannot be read is given as it is written.
    pub(super) fn string(self) -> Option<Cow<'a, str>> {
        (self.sort() == Sort::Text).then(|| unquote(self.slice()))
    }

    fn end(self) -> usize {
        let bytes = self.text.as_bytes();
        let mut depth = 0_usize;
        let mut at = self.from;
        while let Some(&byte) = bytes.get(at) {
            at = match byte {
                b'"' => string_end(bytes, at),
                b'{' | b'[' => {
                    depth += 1;
                    at + 1
                }
                b'}' | b']' => {
                    depth = depth.saturating_sub(1);
                    at + 1
                }
                b',' | b':' | b' ' | b'\t' | b'\n' | b'\r' => at + 1,
                _ => scalar_end(bytes, at),
            };
            if depth == 0 {
                break;
            }
        }
        at
    }

    /// The members of an object; none of anything else.
    pub(super) fn members(self) -> impl Iterator<Item = Member<'a>> {
        let mut at = (self.sort() == Sort::Object).then_some(self.from);
        std::iter::from_fn(move || {
            let from = self.next(&mut at)?;
            let key_end = string_end(self.text.as_bytes(), from);
            let colon = skip_blank(self.text, key_end);
            let value = At {
                text: self.text,
                from: skip_blank(self.text, colon + 1),
            };
            at = Some(value.end());
            Some(Member {
                from,
                key: unquote(&self.text[from..key_end]),
                value,
            })
        })
    }

    /// The elements of a list; none of anything else.
    pub(super) fn elements(self) -> impl Iterator<Item = At<'a>> {
        let mut at = (self.sort() == Sort::List).then_some(self.from);
        std::iter::from_fn(move || {
            let value = At {
                text: self.text,
                from: self.next(&mut at)?,
            };
            at = Some(value.end());
            Some(value)
        })
    }

    /// Where the next member or element begins: behind the opening bracket or the comma at `at`.
    fn next(self, at: &mut Option<usize>) -> Option<usize> {
        let mark = skip_blank(self.text, (*at)?);
        *at = None;
        let next = match self.text.as_bytes().get(mark)? {
            b',' | b'{' | b'[' => skip_blank(self.text, mark + 1),
            _ => return None,
        };
        match self.text.as_bytes().get(next)? {
            b'}' | b']' => None,
            _ => Some(next),
        }
    }

    /// The member of an object with this key; the last one, where it stands twice.
    pub(super) fn member(self, key: &str) -> Option<At<'a>> {
        self.members()
            .filter(|member| member.key == key)
            .last()
            .map(|member| member.value)
    }

    /// The value that `steps` lead to, or the innermost on the way that exists; and whether it is
    /// the one that was asked for.
    pub(super) fn follow(self, steps: &[Step]) -> (At<'a>, bool) {
        let mut at = self;
        for step in steps {
            let inner = match step {
                Step::Key(key) => at.member(key),
                Step::At(index) => at.elements().nth(*index),
            };
            match inner {
                Some(inner) => at = inner,
                None => return (at, false),
            }
        }
        (at, true)
    }
}

fn skip_blank(text: &str, from: usize) -> usize {
    let rest = text.as_bytes().get(from..).unwrap_or_default();
    let blanks = rest
        .iter()
        .take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
    from + blanks.count()
}

/// The end of the string whose opening quote is at `from`.
fn string_end(bytes: &[u8], from: usize) -> usize {
    let mut at = from + 1;
    while let Some(found) = memchr::memchr2(b'"', b'\\', bytes.get(at..).unwrap_or_default()) {
        at += found;
        if bytes[at] == b'"' {
            return at + 1;
        }
        at += 2;
    }
    bytes.len()
}

fn scalar_end(bytes: &[u8], from: usize) -> usize {
    let inside = |byte: &u8| !matches!(byte, b',' | b'}' | b']' | b' ' | b'\t' | b'\n' | b'\r');
    from + bytes[from..]
        .iter()
        .take_while(|byte| inside(byte))
        .count()
        .max(1)
}

fn unquote(written: &str) -> Cow<'_, str> {
    match written
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
    {
        Some(inner) if !inner.contains('\\') => Cow::Borrowed(inner),
        Some(inner) => serde_json::from_str(written).map_or(Cow::Borrowed(inner), Cow::Owned),
        None => Cow::Borrowed(written),
    }
}

#[cfg(test)]
mod tests {
    use super::{At, Path, Sort, Step};

    const TEXT: &str = r#" { "a" : [1, {"b\"]": "x\\"}, [ ], -2.5e3 ], "c":null , "d": {} } "#;

    #[test]
    fn values_are_found_at_their_places() {
        let root = At::root(TEXT);
        let keys: Vec<String> = root.members().map(|m| m.key.into_owned()).collect();
        assert_eq!(keys, ["a", "c", "d"]);
        let list: Vec<&str> = root
            .member("a")
            .unwrap()
            .elements()
            .map(At::slice)
            .collect();
        assert_eq!(list, ["1", r#"{"b\"]": "x\\"}"#, "[ ]", "-2.5e3"]);
        assert_eq!(root.member("c").unwrap().sort(), Sort::Null);
        let inner = root.follow(&[Step::Key("a"), Step::At(1)]).0;
        let member = inner.members().next().unwrap();
        assert_eq!((&*member.key, member.value.slice()), ("b\"]", r#""x\\""#));
        assert_eq!(member.value.string().unwrap(), "x\\");
    }

    #[test]
    fn a_path_that_ends_early_gives_the_innermost_value() {
        let record = Path::Record;
        let list = record.key("a");
        let (at, found) = At::root(TEXT).follow(&list.at(9).steps());
        assert!(!found);
        assert_eq!(at.sort(), Sort::List);
    }
}
