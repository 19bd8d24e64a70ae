//! Signs beside letters and digits, which belong to a name or a figure: `C++`, `3%`.

use std::borrow::Cow;

use super::fold::is_symbol;
use crate::model::half_width;

/// Joins a plus at the end with what it is typed behind: `Internet +`.
pub(super) fn with_sign_joined(text: &str) -> Cow<'_, str> {
    let text = text.trim_end();
    let head = text.trim_end_matches(['+', '＋']);
    let before = head.trim_end();
    if before.is_empty() || before.len() == head.len() || head.len() == text.len() {
        return Cow::Borrowed(text);
    }
    Cow::Owned([before, &text[head.len()..]].concat())
}

/// Returns true for a symbol that belongs to a name, as in `C++`. By itself, or between words, it divides
/// them as a blank does: `Science & Technology`, `Industry/Information`.
pub(super) fn has_meant_symbol(token: &str) -> bool {
    let mut words = token.split(is_symbol).map(|word| word.chars().count());
    let is_divided =
        !token.contains(|c: char| c.is_alphanumeric()) || words.all(|length| length > 1);
    token.contains(is_symbol) && !is_divided
}

/// Returns true for single letters or digits with a symbol, as in `c++` and `1+1`, which match only as
/// they stand; of a name with `&` one such letter is enough: `AT&T`.
pub(crate) fn is_beside_symbol(token: &str) -> bool {
    const OTHERS: &str = "_:!()[]{}…";
    let is_sign = |c: char| is_symbol(c) || OTHERS.contains(half_width(c));
    let pieces = token.split(|c: char| !c.is_alphanumeric());
    let pieces: Vec<&str> = pieces.filter(|piece| !piece.is_empty()).collect();
    let is_single = |piece: &&str| {
        let mut chars = piece.chars().map(half_width);
        chars.next().is_some_and(|c| c.is_ascii_alphanumeric()) && chars.next().is_none()
    };
    let is_number = || pieces.len() == 1 && pieces[0].bytes().all(|byte| byte.is_ascii_digit());
    let are_letters = if token.contains(['&', '＆']) {
        token.chars().all(|c| half_width(c).is_ascii()) && pieces.iter().any(is_single)
    } else {
        !pieces.is_empty() && pieces.iter().all(is_single)
    };
    token.contains(is_sign) && are_letters && !is_number() && !is_decimal(token)
}

/// Returns true for a number with a point, as in `1.5`: its digits belong together, and are not 15.
pub(super) fn is_decimal(token: &str) -> bool {
    let token = token.trim_end_matches(['%', '％', '?', '？']);
    let digits =
        |text: &str| !text.is_empty() && text.chars().all(|c| half_width(c).is_ascii_digit());
    let parts = token.split_once(['.', '．']);
    parts.is_some_and(|(whole, rest)| digits(whole) && digits(rest))
}

/// Returns true if a number of a text is an amount, which numbers no item: `10,000`, `56%`, `$5`.
pub(crate) fn has_amount(text: &str) -> bool {
    const MONEY: &str = "$€£¥";
    let chars: Vec<char> = text.chars().map(half_width).collect();
    let is_digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
    let is_group = |at: usize| (at..at + 3).all(is_digit) && !is_digit(at + 3);
    (0..chars.len()).any(|at| match chars[at] {
        '%' | '‰' => at > 0 && is_digit(at - 1),
        ',' | ' ' => at > 0 && is_digit(at - 1) && is_group(at + 1),
        c => MONEY.contains(c) && is_digit(at + 1),
    })
}
