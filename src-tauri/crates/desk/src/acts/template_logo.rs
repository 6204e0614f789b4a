//! Look at a logo: one that is recorded, or a file as it would be kept. Records nothing.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::permission::Right;
use crate::topics::logos::{Chosen, chosen};
use crate::view::args;
use crate::view::{LogoView, TemplateForm};
use base64::Engine;
use entaku_words::errors::template_logo;

args! {
    /// Look at a logo: one that is recorded, or a file as it would be kept. Records nothing.
    TemplateLogo {
        /// SHA-256 of a recorded logo.
        sha256: Option<String>,
        /// PNG or JPEG file.
        path: Option<String>,
    }
}

impl Command for TemplateLogo {
    const NAME: &'static str = "template_logo";
    const RIGHT: Right = Right::Office;
    type Answer = LogoView;
}

impl Act for TemplateLogo {
    fn act(self, desk: &mut Desk) -> Outcome<LogoView> {
        let form = TemplateForm { logo: self.sha256, logo_file: self.path, ..TemplateForm::default() };
        let chosen = chosen(desk.session()?, &form)?
            .ok_or_else(|| Problem::at("path", template_logo::FILE_MISSING))?;
        Ok(view(&chosen))
    }
}

/// Fewer dots per inch than this show as steps on paper.
const COARSE: u32 = 150;

fn view(chosen: &Chosen) -> LogoView {
    let Chosen { logo, name } = chosen;
    let [width, height] = logo.pixels();
    let [printed_width, printed_height] = logo.size().map(tenths_of_a_millimetre);
    LogoView {
        sha256: logo.sha256(),
        name: name.clone(),
        png: base64::engine::general_purpose::STANDARD.encode(logo.png()),
        width,
        height,
        printed_width,
        printed_height,
        dots_per_inch: logo.dots_per_inch(),
        coarse: logo.dots_per_inch() < COARSE,
    }
}

fn tenths_of_a_millimetre(points: f32) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most fifty millimetres")]
    let tenths = (points / 72.0 * 254.0).round() as u32;
    tenths
}
