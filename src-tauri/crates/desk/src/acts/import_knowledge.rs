//! Files of knowledge as dated versions of their sources.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::knowledge;
use crate::view::args;
use crate::view::{KnowledgeField, KnowledgeImportView};

args! {
    /// Files of knowledge as dated versions of their sources: evidence, lists, and indexed VCF files that are asked where they lie.
    /// A file that cannot be used changes nothing.
    ImportKnowledge {
        /// Paths.*
        paths: Vec<String>,
        /// What they are, code; else their headers tell. `clinvar` and `frequencies` are named.
        kind: Option<String>,
        /// Who publishes them; as usual for the kind when left out.
        source: Option<String>,
        /// Day or name of the version; told by name or content when left out.
        version: Option<String>,
        /// Licence.
        licence: Option<String>,
        /// Where they were fetched. Kept, never called.
        address: Option<String>,
        /// Do everything but keep it.
        dry_run: Option<bool>,
        /// Genome build of a VCF, where its header does not say.
        build: Option<String>,
        /// The fields of a VCF that hold frequencies, each with the name of its population.
        fields: Option<Vec<KnowledgeField>>,
    }
}

impl Command for ImportKnowledge {
    const NAME: &'static str = "import_knowledge";
    const RIGHT: Right = Right::Rules;
    const LONG: bool = true;
    type Answer = Vec<KnowledgeImportView>;
}

impl Act for ImportKnowledge {
    fn act(self, desk: &mut Desk) -> Outcome<Vec<KnowledgeImportView>> {
        let by = desk.session()?.member.name.to_string();
        knowledge::import(desk, &self, by)
    }
}
