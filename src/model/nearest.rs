//! What was probably meant by a word that is not known.

use strsim::damerau_levenshtein;

/// The one of `known` of which the fewest letters are wrong in `word`, at most `most`; of equals the
/// first. Each stands behind the form in which it is compared.
pub fn nearest_by<T>(
    word: &str,
    known: impl Iterator<Item = (impl AsRef<str>, T)>,
    most: usize,
) -> Option<T> {
    // How long a text is, and a bit for each character it has: a wrong letter brings one that the other lacks.
    let shape = |text: &str| {
        let add = |(length, bits): (usize, u64), c: char| (length + 1, bits | 1 << (c as u32 % 64));
        text.chars().fold((0, 0), add)
    };
    let (length, has) = shape(word);
    let lacks = |one: u64, other: u64| (one & !other).count_ones() as usize;
    let near = known.filter_map(|(form, known)| {
        let form = form.as_ref();
        // There may be thousands: what differs by more is not measured.
        let (known_length, known_has) = shape(form);
        let is_close = known_length.abs_diff(length) <= most
            && lacks(has, known_has).max(lacks(known_has, has)) <= most;
        is_close.then(|| (damerau_levenshtein(word, form), known))
    });
    let (distance, known) = near.min_by_key(|(distance, _)| *distance)?;
    (distance <= most).then_some(known)
}

/// The word of `known` that was probably meant by `word`, if one is near. Case does not matter.
pub fn nearest<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<String> {
    const LONGEST: usize = 64;
    if word.len() > LONGEST {
        return None;
    }
    let word = word.to_lowercase();
    let most = if word.chars().count() < 4 { 1 } else { 2 };
    let known = known.map(|known| (known.to_lowercase(), known));
    nearest_by(&word, known, most).map(str::to_owned)
}
