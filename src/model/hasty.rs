//! The first reading: serde hands over one record after the other, borrowed from the text, and each
//! is taken in before the next is read. Nothing is known of places; anything wrong ends it.

use std::fmt;
use std::marker::PhantomData;
use std::ops::ControlFlow;

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error as _, MapAccess, SeqAccess, Visitor};

use super::Plan;
use super::build::Builder;
use super::load::{Seen, Watch};
use super::records::{
    BodyRecord, DocumentRecord, ItemRecord, KindRecord, PlanRecord, Raw, RowRecord,
};
use super::report::Text;
use super::take::Record;

/// Reads without keeping places. Continues with nothing where something is wrong.
pub(super) fn hastily(texts: &[Text], watch: Watch) -> ControlFlow<(), Option<Plan>> {
    let mut builder = Builder::new(false);
    let mut before = 0;
    for (index, text) in texts.iter().enumerate() {
        builder.open(index, text);
        let mut reader = Reader {
            builder: &mut builder,
            watch,
            before,
            text: text.text,
            stop: false,
        };
        let mut json = serde_json::Deserializer::from_str(text.text);
        let read = FileSeed(&mut reader)
            .deserialize(&mut json)
            .and_then(|seen| {
                json.end()?;
                Ok(seen)
            });
        if reader.stop {
            return ControlFlow::Break(());
        }
        match read {
            Ok(seen) => builder.close(&seen),
            Err(_) => return ControlFlow::Continue(None),
        }
        if builder.log.flawed {
            return ControlFlow::Continue(None);
        }
        before += text.text.len();
    }
    watch(before as u64)?;
    ControlFlow::Continue(builder.finish())
}

struct Reader<'b> {
    builder: &'b mut Builder,
    watch: Watch<'b>,
    /// Bytes of the files before this one.
    before: usize,
    text: &'b str,
    /// The watch cancelled.
    stop: bool,
}

impl Reader<'_> {
    /// Asks the watch whether to go on; a string of the record tells how far the text is read.
    fn go_on(&mut self, mark: Option<&Raw>) -> bool {
        let start = self.text.as_ptr().addr();
        let here = mark.map_or(0, |mark| mark.0.as_ptr().addr().wrapping_sub(start));
        // A mark that holds escapes lies elsewhere in memory and tells nothing.
        if here < self.text.len() {
            self.stop = (self.watch)((self.before + here) as u64).is_break();
        }
        !self.stop
    }
}

struct FileSeed<'r, 'b>(&'r mut Reader<'b>);

impl<'de> DeserializeSeed<'de> for FileSeed<'_, '_> {
    type Value = Seen<'static>;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Seen<'static>, D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for FileSeed<'_, '_> {
    type Value = Seen<'static>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a data file")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Seen<'static>, A::Error> {
        let mut seen = Seen::default();
        let reader = self.0;
        while let Some(Raw(key)) = map.next_key::<Raw>()? {
            let overlay = reader.builder.in_overlay();
            if !seen.first(key.to_string().into()) {
                return Err(A::Error::custom("double key"));
            }
            match &*key {
                "format" => reader.builder.format(map.next_value()?),
                "for" if overlay => reader.builder.meant_for(&map.next_value::<Raw>()?),
                "plan" if !overlay => map.next_value::<PlanRecord>()?.take(reader.builder),
                "kinds" => map.next_value_seed(ListSeed::<KindRecord>::of(reader))?,
                "items" => map.next_value_seed(ListSeed::<ItemRecord>::of(reader))?,
                "bodies" => map.next_value_seed(ListSeed::<BodyRecord>::of(reader))?,
                "documents" => map.next_value_seed(ListSeed::<DocumentRecord>::of(reader))?,
                "responsibilities" => map.next_value_seed(ListSeed::<RowRecord>::of(reader))?,
                _ => return Err(A::Error::custom("unknown key")),
            }
            if &*key == "plan" {
                // The plan's names are compared with what an overlay is for.
                reader.builder.arena.seal();
            }
        }
        Ok(seen)
    }
}

/// Reads a list record by record, each taken in before the next is read.
struct ListSeed<'r, 'b, T> {
    reader: &'r mut Reader<'b>,
    record: PhantomData<T>,
}

impl<'r, 'b, T> ListSeed<'r, 'b, T> {
    fn of(reader: &'r mut Reader<'b>) -> ListSeed<'r, 'b, T> {
        ListSeed {
            reader,
            record: PhantomData,
        }
    }
}

impl<'de, T: Record<'de>> DeserializeSeed<'de> for ListSeed<'_, '_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_seq(self)
    }
}

/// The watch is asked once in so many records.
const WATCH_EVERY: usize = 512;

impl<'de, T: Record<'de>> Visitor<'de> for ListSeed<'_, '_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let mut count = 0_usize;
        while let Some(record) = seq.next_element::<T>()? {
            record.take(self.reader.builder);
            let asked = count.is_multiple_of(WATCH_EVERY);
            if self.reader.builder.log.flawed || (asked && !self.reader.go_on(record.mark())) {
                return Err(A::Error::custom("not wanted"));
            }
            count += 1;
        }
        Ok(())
    }
}
