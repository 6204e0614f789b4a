//! Where a value stands in the tree, as people write it: `variants.shortVariants[3].position`.

use std::fmt;

/// A path, linked to its parent so that walking costs nothing; it becomes text only in a note.
#[derive(Clone, Copy)]
pub(crate) struct Path<'a> {
    parent: Option<&'a Path<'a>>,
    step: Step<'a>,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Field(&'a str),
    Index(usize),
}

impl Path<'static> {
    /// The root of the tree.
    pub const ROOT: Self = Self { parent: None, step: Step::Root };
}

impl<'a> Path<'a> {
    /// A field below.
    pub fn field<'b>(&'b self, name: &'b str) -> Path<'b>
    where
        'a: 'b,
    {
        Path { parent: Some(self), step: Step::Field(name) }
    }
    /// An item below, counted from 0.
    pub fn item<'b>(&'b self, index: usize) -> Path<'b>
    where
        'a: 'b,
    {
        Path { parent: Some(self), step: Step::Index(index) }
    }
    /// The path without indexes: the same for the same field of every record.
    pub fn shape(&self) -> String {
        let mut text = String::new();
        // Writing into a String cannot fail.
        let _ = self.write(&mut text, false);
        text
    }

    fn write(&self, out: &mut impl fmt::Write, indexes: bool) -> fmt::Result {
        if let Some(parent) = self.parent {
            parent.write(out, indexes)?;
        }
        match self.step {
            Step::Root => Ok(()),
            Step::Field(name) => {
                let below_root = self.parent.is_some_and(|p| p.parent.is_none());
                write!(out, "{}{}", if below_root { "" } else { "." }, crate::notes::quoted(name))
            }
            Step::Index(index) if indexes => write!(out, "[{index}]"),
            Step::Index(_) => out.write_str("[]"),
        }
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_read_as_people_write_them() {
        let root = Path::ROOT;
        let variants = root.field("variants");
        let list = variants.field("shortVariants");
        let item = list.item(3);
        let path = item.field("position");
        assert_eq!(path.to_string(), "variants.shortVariants[3].position");
        assert_eq!(path.shape(), "variants.shortVariants[].position");
    }
}
