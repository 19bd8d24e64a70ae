//! Writes a made-up plan to standard output: `generate ITEMS [SEED]`.

#[path = "made.rs"]
#[expect(dead_code, reason = "benches take plans from memory")]
mod made;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut numbers = std::env::args().skip(1).map(|word| word.parse::<u64>());
    let (items, seed) = (numbers.next(), numbers.next());
    let (Some(Ok(items)), Ok(seed)) = (items, seed.unwrap_or(Ok(1))) else {
        eprintln!("generate ITEMS [SEED]: writes a made-up plan of so many items");
        return ExitCode::from(2);
    };
    let mut out = BufWriter::with_capacity(1 << 20, io::stdout().lock());
    match made::write(items, seed, &mut out).and_then(|()| out.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
