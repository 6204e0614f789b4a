//! The words and rules of the expert panel: case, finding, opinion, decision, recommendation, referral, meeting,
//! report content, and the events that make them. No IO, no clock, no random numbers: time and identity are inputs.
//!
//! - What a laboratory sent: [`draft`], [`finding`], [`statement`], [`note`]
//! - Who the patient is and wishes: [`patient`]
//! - What people decide and release: [`decision`], [`classification`], [`recommendation`], [`referral`], [`meeting`],
//!   [`meeting`], [`quorum`], [`omission`], [`signing`], [`explanation`]
//! - What happened and what it amounts to: [`event`], [`case`], [`refusal`]
//! - What is printed: [`document`], [`report`], [`protein`] (for figures), [`words`]

pub mod backup_plan;
pub mod case;
pub mod certainty;
pub mod classification;
pub mod companion;
pub mod decision;
pub mod document;
pub mod draft;
pub mod event;
pub mod evidence;
pub mod explanation;
pub mod family;
pub mod finding;
pub mod four_eyes;
pub mod gap;
pub mod gene;
pub mod gene_role;
pub mod genome;
pub mod germline;
pub mod germline_genes;
pub mod grade;
pub mod hgvs;
pub mod ids;
pub mod known_test;
pub mod label;
pub mod measure;
pub mod meeting;
pub mod meeting_record;
pub mod member;
pub mod member_keys;
pub mod milestone;
pub mod note;
pub mod office;
pub mod omission;
pub mod opinion;
pub mod patient;
pub mod phrase;
pub mod protein;
pub mod quorum;
pub mod recommendation;
pub mod referral;
pub mod refusal;
pub mod report;
pub mod signing;
pub mod site_reference;
pub mod stamp;
pub mod statement;
pub mod template;
pub mod text;
pub mod trial;
pub mod words;
