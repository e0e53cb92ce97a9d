//! Which sections of a segment have each unit of a query: 64 passages at a time.

use fixedbitset::FixedBitSet;
use glane_index::Boundaries;
use tantivy::TantivyError;

use crate::need::Held;
use crate::segment::Segment;
use crate::stream::Stream;
use crate::weights;

/// Where the units of a query stand in a segment.
pub(crate) struct Presence<'a> {
    boundaries: &'a Boundaries,
    /// By unit, the classes in which it is found, those that cover it most first.
    units: Vec<Vec<Class>>,
    len: usize,
}

/// What the streams of a unit that say as much of it have in common.
pub(crate) struct Class {
    /// How far the unit is present in what has it, from 0 to 1.
    pub(crate) cover: f32,
    /// Whether it is of the passages' own text rather than of what is true of whole sections.
    pub(crate) is_text: bool,
    passages: FixedBitSet,
    /// Sections that have one of the passages, by the last passage of each.
    sections: FixedBitSet,
}

impl<'a> Presence<'a> {
    /// Where the units with these streams stand in `segment`, passages that left the index left
    /// out.
    pub(crate) fn read(
        segment: &'a Segment<'a>,
        streams: &[Vec<Stream<'_>>],
    ) -> Result<Presence<'a>, TantivyError> {
        let (boundaries, len) = (segment.boundaries, segment.reader.max_doc() as usize);
        let mut units = Vec::with_capacity(streams.len());
        for streams in streams {
            units.push(classes(streams, len)?);
        }
        let mut presence = Presence { boundaries, units, len };
        presence.end(|passages| {
            if let Some(departed) = &segment.departed {
                passages.difference_with(departed);
            }
        });
        Ok(presence)
    }

    /// Where the units stand in each of `segments`, given their streams in each.
    pub(crate) fn of_all(
        segments: &'a [Segment<'a>],
        streams: &[Vec<Vec<Stream<'_>>>],
    ) -> Result<Vec<Presence<'a>>, TantivyError> {
        let own = segments.iter().zip(streams);
        own.map(|(segment, streams)| Presence::read(segment, streams)).collect()
    }

    /// Leaves out all but the passages of `allowed`.
    pub(crate) fn restrict(&mut self, allowed: &FixedBitSet) {
        self.end(|passages| passages.intersect_with(allowed));
    }

    fn end(&mut self, leave_out: impl Fn(&mut FixedBitSet)) {
        for classes in &mut self.units {
            for class in classes.iter_mut() {
                leave_out(&mut class.passages);
                class.sections = self.boundaries.sections_of(&class.passages);
            }
            classes.retain(|class| !class.sections.is_clear());
        }
    }

    /// The sections of passages, by the last passage of each.
    pub(crate) fn sections_of(&self, passages: &FixedBitSet) -> FixedBitSet {
        self.boundaries.sections_of(passages)
    }

    /// Leaves out the passages that are not of `sections`.
    pub(crate) fn keep(&self, passages: &mut FixedBitSet, sections: &FixedBitSet) {
        passages.intersect_with(&self.boundaries.passages_of(sections));
    }

    /// Nothing.
    pub(crate) fn none(&self) -> FixedBitSet {
        FixedBitSet::with_capacity(self.len)
    }

    /// The sections that have `unit` in a class that is `wanted`, by their last passages.
    pub(crate) fn sections(&self, unit: usize, wanted: impl Fn(&Class) -> bool) -> FixedBitSet {
        let mut sections = self.none();
        let classes = self.units[unit].iter().filter(|class| wanted(class));
        classes.for_each(|class| sections.union_with(&class.sections));
        sections
    }

    /// The passages with one of `units`, one bit each, in their own text.
    pub(crate) fn text(&self, units: u64) -> FixedBitSet {
        let mut passages = self.none();
        for (unit, classes) in self.units.iter().enumerate() {
            if units & (1 << unit) != 0 {
                let text = classes.iter().filter(|class| class.is_text);
                text.for_each(|class| passages.union_with(&class.passages));
            }
        }
        passages
    }

    /// The passages that have something of any unit.
    pub(crate) fn passages(&self) -> FixedBitSet {
        let mut passages = self.none();
        let classes = self.units.iter().flatten();
        classes.for_each(|class| passages.union_with(&class.passages));
        passages
    }

    /// The passages of `sections` that have something of any unit.
    pub(crate) fn passages_of(&self, sections: &FixedBitSet) -> FixedBitSet {
        let mut passages = self.boundaries.passages_of(sections);
        passages.intersect_with(&self.passages());
        passages
    }

    /// The sections that have something of any unit.
    pub(crate) fn any(&self) -> FixedBitSet {
        self.sections_of(&self.passages())
    }

    /// Writes how far each unit is present in a section, given by its last passage.
    pub(crate) fn covers_into(&self, section: usize, covers: &mut [f32]) {
        for (classes, cover) in self.units.iter().zip(covers) {
            let own = classes.iter().find(|class| class.sections.contains(section));
            *cover = own.map_or(0.0, |class| class.cover);
        }
    }

    /// The sections that hold each unit.
    pub(crate) fn held(&self) -> Held {
        let each = |wanted: fn(&Class) -> bool| {
            (0..self.units.len()).map(|unit| self.sections(unit, wanted)).collect()
        };
        Held { present: each(|_| true), own: each(|class| class.cover >= weights::OWN_COVER) }
    }
}

/// Those of a segment of `len` passages.
fn classes(streams: &[Stream<'_>], len: usize) -> Result<Vec<Class>, TantivyError> {
    let mut classes: Vec<Class> = Vec::new();
    for stream in streams {
        let Stream { cover, is_text, .. } = *stream;
        let same = |class: &Class| class.cover == cover && class.is_text == is_text;
        let at = classes.iter().position(same).unwrap_or_else(|| {
            let passages = FixedBitSet::with_capacity(len);
            classes.push(Class { cover, is_text, passages, sections: FixedBitSet::new() });
            classes.len() - 1
        });
        stream.mark(&mut classes[at].passages)?;
    }
    classes.sort_by(|a, b| b.cover.total_cmp(&a.cover));
    Ok(classes)
}
