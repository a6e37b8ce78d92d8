//! The window: reads the document and asks with commands; holds no rule of its own.

pub mod document;
