//! Key combinations: what is pressed, and how it is written.

use egui::os::OperatingSystem;
use egui::{Event, Key, Modifiers};

/// A key with the keys held down with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shortcut {
    /// Held down: `command` is Ctrl, on macOS Cmd.
    pub held: Modifiers,
    /// Pressed.
    pub key: Key,
}

/// Ctrl (Cmd) and Shift.
pub const COMMAND_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);
/// Alt and Shift.
pub const ALT_SHIFT: Modifiers = Modifiers::ALT.plus(Modifiers::SHIFT);
/// Cmd and Alt.
pub const COMMAND_ALT: Modifiers = Modifiers::COMMAND.plus(Modifiers::ALT);

impl Shortcut {
    /// A key alone.
    #[must_use]
    pub const fn key(key: Key) -> Self {
        Self {
            held: Modifiers::NONE,
            key,
        }
    }

    /// A key with others held down.
    #[must_use]
    pub const fn with(held: Modifiers, key: Key) -> Self {
        Self { held, key }
    }

    /// Takes the key press out of the frame's events, so that no field sees it.
    ///
    /// The held keys must be exactly these: what types a letter with `AltGr` (Ctrl and Alt on
    /// Windows) is no shortcut.
    pub fn take(self, events: &mut Vec<Event>) -> bool {
        let before = events.len();
        events.retain(|event| {
            !matches!(event, Event::Key { key, pressed: true, modifiers, .. }
                if self.is(*key, *modifiers))
        });
        events.len() < before
    }

    /// Whether this press is it. A plus is Shift and = on some keyboards.
    fn is(self, key: Key, held: Modifiers) -> bool {
        let (key, held) = match (self.key, key) {
            (Key::Plus, Key::Plus | Key::Equals) => (
                Key::Plus,
                Modifiers {
                    shift: false,
                    ..held
                },
            ),
            _ => (key, held),
        };
        key == self.key && held.matches_exact(self.held)
    }

    /// Its key caps, one by one.
    #[must_use]
    pub fn caps(self, os: OperatingSystem) -> Vec<&'static str> {
        let held = self.held;
        let names = if os.is_mac() {
            [
                (held.ctrl, "⌃"),
                (held.alt, "⌥"),
                (held.shift, "⇧"),
                (held.command, "⌘"),
            ]
        } else {
            [
                (held.ctrl || held.command, "Ctrl"),
                (held.alt, "Alt"),
                (held.shift, "Shift"),
                (false, ""),
            ]
        };
        let key = match self.key {
            Key::ArrowUp => "Up",
            Key::ArrowDown => "Down",
            Key::Plus => "+",
            Key::Minus => "-",
            Key::Escape => "Esc",
            Key::PageUp => "Page up",
            Key::PageDown => "Page down",
            key => key.name(),
        };
        names
            .into_iter()
            .filter_map(|(is_held, name)| is_held.then_some(name))
            .chain([key])
            .collect()
    }

    /// As one word: `Ctrl+Shift+S`.
    #[must_use]
    pub fn text(self, os: OperatingSystem) -> String {
        self.caps(os).join(if os.is_mac() { "" } else { "+" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(key: Key, modifiers: Modifiers) -> Event {
        Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers,
        }
    }

    #[test]
    fn a_shortcut_is_written_as_the_keyboard_names_it() {
        let save_as = Shortcut::with(COMMAND_SHIFT, Key::S);
        assert_eq!(save_as.text(OperatingSystem::Nix), "Ctrl+Shift+S");
        assert_eq!(save_as.text(OperatingSystem::Mac), "⇧⌘S");
        assert_eq!(Shortcut::key(Key::F9).text(OperatingSystem::Windows), "F9");
    }

    #[test]
    fn a_letter_typed_with_altgr_is_no_shortcut() {
        let held = Modifiers {
            alt: true,
            ctrl: true,
            command: true,
            ..Modifiers::NONE
        };
        let mut events = vec![press(Key::E, held)];
        assert!(!Shortcut::with(Modifiers::COMMAND, Key::E).take(&mut events));
        assert_eq!(events.len(), 1);
    }

    #[test]
    fn a_shortcut_takes_its_key_press() {
        let held = Modifiers {
            ctrl: true,
            command: true,
            ..Modifiers::NONE
        };
        let mut events = vec![press(Key::S, held)];
        assert!(Shortcut::with(Modifiers::COMMAND, Key::S).take(&mut events));
        assert_eq!(events, []);
    }
}
