//! A content stream being written: operators and their operands (ISO 32000-1, annex A).

use std::fmt::Write;

use crate::text::Color;

/// The operators of a page, one to a line.
#[derive(Debug, Default)]
pub(super) struct Operators {
    out: String,
}

impl Operators {
    /// The stream.
    pub fn into_bytes(self) -> Vec<u8> {
        self.out.into_bytes()
    }

    /// Operands in points, then their operator.
    pub fn points(&mut self, operands: &[f32], operator: &str) {
        for operand in operands {
            self.number(*operand);
            self.out.push(' ');
        }
        self.plain(operator);
    }

    /// An operator whose operands, if any, are written out.
    pub fn plain(&mut self, words: &str) {
        self.out.push_str(words);
        self.out.push('\n');
    }

    /// A colour, then its operator.
    pub fn color(&mut self, Color(red, green, blue): Color, operator: &str) {
        for part in [red, green, blue] {
            self.decimals((f64::from(part) * 1000.0).round() as i64, 3);
            self.out.push(' ');
        }
        self.plain(operator);
    }

    /// Chooses a font of the resources in a size.
    pub fn font(&mut self, resource: &str, size: f32) {
        // Writing to a string cannot fail.
        let _ = write!(self.out, "/{resource} ");
        self.number(size);
        self.plain(" Tf");
    }

    /// Begins the marked sequence of an element.
    pub fn marked(&mut self, role: &str, mark: i64) {
        let _ = writeln!(self.out, "/{role} <</MCID {mark}>> BDC");
    }

    /// Begins a text array.
    pub fn start_text(&mut self) -> TextArray<'_> {
        self.out.push('[');
        TextArray { operators: self, open: false }
    }

    /// Two decimals are a tenth of what any printer resolves, and keep the file small.
    fn number(&mut self, points: f32) {
        self.decimals((f64::from(points) * 100.0).round() as i64, 2);
    }

    /// A number in so many decimal parts of one, without zeros at its end.
    fn decimals(&mut self, parts: i64, places: u32) {
        if parts < 0 {
            self.out.push('-');
        }
        let one = 10u64.pow(places);
        let (whole, mut rest) = (parts.unsigned_abs() / one, parts.unsigned_abs() % one);
        let _ = write!(self.out, "{whole}");
        if rest == 0 {
            return;
        }
        self.out.push('.');
        let mut place = one / 10;
        while rest > 0 {
            let digit = u8::try_from(rest / place.max(1)).unwrap_or(0);
            self.out.push(char::from(b'0' + digit));
            rest %= place.max(1);
            place /= 10;
        }
    }
}

/// An array of codes and shifts.
pub(super) struct TextArray<'a> {
    operators: &'a mut Operators,
    open: bool,
}

impl TextArray<'_> {
    /// Shows a code of the font.
    pub fn code(&mut self, code: u16) {
        let out = &mut self.operators.out;
        if !self.open {
            out.push('<');
            self.open = true;
        }
        for shift in [12u16, 8, 4, 0] {
            let digit = (code >> shift) & 15;
            out.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
        }
    }

    /// Moves the pen back by thousandths of the size.
    pub fn back(&mut self, thousandths: i32) {
        self.close();
        let _ = write!(self.operators.out, "{thousandths}");
    }

    /// Ends the array and shows it.
    pub fn show(mut self) {
        self.close();
        self.operators.plain("] TJ");
    }

    fn close(&mut self) {
        if std::mem::take(&mut self.open) {
            self.operators.out.push('>');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_exact_to_a_hundredth() {
        let mut operators = Operators::default();
        operators.points(&[0.0, 1.0, -0.5, 12.345, 595.28, -0.001, 7.05], "re");
        assert_eq!(operators.into_bytes(), b"0 1 -0.5 12.35 595.28 0 7.05 re\n", "as a reader expects them");
    }

    #[test]
    fn codes_stand_together_until_the_pen_is_moved() {
        let mut operators = Operators::default();
        let mut array = operators.start_text();
        array.back(-3);
        array.code(1);
        array.code(0x2FA);
        array.back(12);
        array.code(0xFFFF);
        array.show();
        assert_eq!(operators.into_bytes(), b"[-3<000102fa>12<ffff>] TJ\n", "four digits a code");
    }
}
