//! The terminal.
mod input;
mod paint;
mod pen;
mod sequence;
pub use input::Decoder;
