//! From the bytes of a text file, as offices save them, to text: UTF-8 or UTF-16 with and without a
//! byte order mark, GB18030 and the other encodings that browsers know.

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use crate::model::file::encoding::guess;

/// The byte order mark in GB18030.
const GB18030_MARK: &[u8] = &[0x84, 0x31, 0x95, 0x33];

/// A text without a byte order mark, and the encoding that was assumed, where nothing in the file
/// states it.
pub(super) type Decoded = (String, Option<&'static str>);

/// The text of a file.
///
/// # Errors
/// The name of the encoding that it seems to be in, where some bytes mean nothing in it.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, &'static str> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return decode_as(encoding, &bytes[length..], false);
    }
    if let Some(rest) = bytes.strip_prefix(GB18030_MARK) {
        return decode_as(GB18030, rest, false);
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return decode_as(encoding, bytes, true);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok((text.to_owned(), None)),
        // All of it is UTF-8, but for a last character that was cut off.
        Err(error) if error.error_len().is_none() && error.valid_up_to() > 0 => Err(UTF_8.name()),
        Err(_) => decode_as(guess(bytes), bytes, true),
    }
}

fn decode_as(
    encoding: &'static Encoding,
    bytes: &[u8],
    assumed: bool,
) -> Result<Decoded, &'static str> {
    let text = encoding
        .decode_without_bom_handling_and_without_replacement(bytes)
        .ok_or(encoding.name())?;
    Ok((text.into_owned(), assumed.then_some(encoding.name())))
}

/// UTF-16 shows by its zeros: the separators of a table are ASCII.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = &bytes[..bytes.len().min(4096) & !1];
    let zeros = |at: usize| {
        start
            .iter()
            .skip(at)
            .step_by(2)
            .filter(|&&b| b == 0)
            .count()
    };
    let (high, low) = (zeros(0), zeros(1));
    if low > high && low * 20 >= start.len() {
        Some(UTF_16LE)
    } else if high > low && high * 20 >= start.len() {
        Some(UTF_16BE)
    } else {
        None
    }
}
