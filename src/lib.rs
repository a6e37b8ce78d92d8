//! Cutline's engine: reads captions and credits, says what is wrong, fixes what is certain.
//!
//! One straight line: a place ([`bundle`]) holds files of a format ([`formats`]) that are read into an
//! article ([`model`]); what stands under a photo is told apart ([`credit`]), what is wrong is found
//! ([`lint`]), every change is an edit with its inverse ([`edit`]), and the article is written as
//! normalized JSON. Two thin faces use it: [`cli`] and the window.

#![forbid(unsafe_code)]

pub mod bundle;
pub mod cli;
pub mod credit;
pub mod edit;
pub mod formats;
pub mod lint;
pub mod media;
pub mod model;

#[cfg(feature = "window")]
pub mod app;
