//! Cutline's engine: reads captions and credits, says what is wrong, fixes what is certain.
#![forbid(unsafe_code)]
pub mod credit;
pub mod model;
pub mod edit;
