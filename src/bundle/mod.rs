//! Places on disk: lists what is there, opens it, saves it. The only part that touches the disk.
//!
//! [`list`] says which articles a path holds; [`open`] reads one of them into a [`Bundle`]; [`Bundle::save`]
//! writes its normalized form beside the source, atomically.
