//! Centre: every credit of what is open, and the page on which one spelling is written for all.
//!
//! Left the credits (`clusters`), those with several spellings first; right the spellings of the one
//! that is selected, and what choosing one of them changes, photo by photo (`chosen`, `plan`).

mod chosen;
mod clusters;
mod plan;

use egui::{CentralPanel, Frame, Id, Key, Margin, Modifiers, Panel, Ui, vec2};

use super::list::counted;
use crate::app::ask::Ask;
use crate::app::document::{Document, Entry, EntryState};
use crate::app::shortcut::Shortcut;
use crate::app::theme;
use crate::app::view_state::{Running, ViewState};
use crate::app::widgets::Button;
use crate::app::widgets::words::{self, Type};
use crate::credit::Cluster;
use plan::{Choice, Plan};

/// What the page remembers.
#[derive(Debug, Default)]
pub struct State {
    /// Only credits that have these letters.
    pub filter: String,
    /// The filter is to be typed into.
    pub focus_filter: bool,
    /// The job that reads the rest of the queue.
    pub opening: Option<u64>,
    clusters: Vec<Cluster>,
    /// The revision that they are of, and whether another is being compared.
    of: Option<u64>,
    is_comparing: bool,
    /// Places of the clusters that pass the filter.
    shown: Vec<usize>,
    shown_of: Option<(u64, String)>,
    /// A spelling of the cluster that is selected.
    selected: Option<String>,
    choice: Choice,
    plan: Plan,
    plan_of: Option<u64>,
    /// The selected row must come into sight.
    reveal: bool,
    /// What of the page had the focus in the last frame.
    focus: Option<Focus>,
}

/// What of the page has the focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Focus {
    Filter,
    Cluster,
    Spelling,
    Photo,
}

impl State {
    /// Whether the credits of this revision are to be compared; they are then.
    pub fn wants(&mut self, revision: u64) -> bool {
        let is_wanted = !self.is_comparing && self.of != Some(revision);
        self.is_comparing |= is_wanted;
        is_wanted
    }

    /// The credits of a revision were compared.
    pub fn set(&mut self, revision: u64, clusters: Vec<Cluster>) {
        self.clusters = clusters;
        self.of = Some(revision);
        self.is_comparing = false;
        self.shown_of = None;
    }

    /// Looks for the clusters that pass the filter, once a revision and filter, and selects the
    /// first where the selected one is gone.
    fn look(&mut self) {
        let now = (self.of.unwrap_or_default(), self.filter.clone());
        if self.shown_of.as_ref() == Some(&now) {
            return;
        }
        let filter = now.1.trim().to_lowercase();
        let passes = |cluster: &Cluster| {
            let mut lines = cluster.spellings.iter().map(|spelling| &spelling.line);
            filter.is_empty() || lines.any(|line| line.to_lowercase().contains(&filter))
        };
        let places = self.clusters.iter().enumerate();
        self.shown = places
            .filter(|(_, cluster)| passes(cluster))
            .map(|(at, _)| at)
            .collect();
        self.shown_of = Some(now);
        if !self.choice.is_touched || self.at().is_none() {
            self.select(0);
            self.choice.is_touched = false;
        }
    }

    /// Where the selected cluster stands among those that are shown.
    fn at(&self) -> Option<usize> {
        let selected = self.selected.as_ref()?;
        self.shown.iter().position(|at| {
            self.clusters.get(*at).is_some_and(|cluster| {
                let mut lines = cluster.spellings.iter().map(|spelling| &spelling.line);
                lines.any(|line| line == selected)
            })
        })
    }

    fn cluster_at(&self, row: usize) -> Option<&Cluster> {
        self.clusters.get(*self.shown.get(row)?)
    }

    fn cluster(&self) -> Option<&Cluster> {
        self.cluster_at(self.at()?)
    }

    /// Selects a row, with its suggestion.
    fn select(&mut self, row: usize) {
        let cluster = self.cluster_at(row);
        let spelling = cluster.and_then(|cluster| cluster.spellings.first());
        let (selected, choice) = (
            spelling.map(|spelling| spelling.line.clone()),
            cluster.map(Choice::suggested).unwrap_or_default(),
        );
        (self.selected, self.choice) = (selected, choice);
        self.plan_of = None;
        self.choice.is_touched = true;
        self.reveal = true;
    }

    /// Works out what would change, once a revision and choice.
    fn work_out(&mut self, document: &Document) {
        if self.plan_of == Some(document.revision()) {
            return;
        }
        let plan = self
            .cluster()
            .map(|cluster| Plan::of(cluster, &self.choice, document));
        self.plan = plan.unwrap_or_default();
        self.plan_of = Some(document.revision());
    }
}

/// The filter's field.
#[must_use]
pub fn filter_id() -> Id {
    Id::unique("filter credits")
}

/// Shows the page.
pub fn show(ui: &mut Ui, document: &Document, view: &mut ViewState, asks: &mut Vec<Ask>) {
    let mut state = std::mem::take(&mut view.credits);
    state.look();
    let is_entered = view.overlay.is_none() && keys(ui, &mut state);
    state.focus = None;
    ui.spacing_mut().item_spacing = vec2(theme::SMALL_GAP, 0.0);
    let rest = Rest::of(document, view, &state);
    if state.clusters.is_empty() {
        CentralPanel::no_frame().show(ui, |ui| nothing(ui, document, &state, &rest, asks));
        if is_entered && rest.listed > 0 && rest.running.is_none() {
            asks.push(Ask::OpenRest);
        }
        view.credits = state;
        return;
    }
    rest.show(ui, document, asks);
    let p = theme::palette(ui);
    let widths = theme::PANEL_MIN_WIDTH..=(ui.available_width() * 0.5).max(theme::PANEL_MIN_WIDTH);
    Panel::left("credits")
        .default_size(theme::CREDITS_WIDTH)
        .size_range(widths)
        .frame(Frame::new().fill(p.paper))
        .show(ui, |ui| clusters::show(ui, &mut state));
    CentralPanel::no_frame().show(ui, |ui| {
        state.work_out(document);
        let is_pressed = chosen::show(ui, &mut state);
        state.work_out(document);
        if is_pressed || is_entered {
            apply(&mut state, asks);
        }
    });
    view.credits = state;
}

/// Takes the keys of the page: up and down a credit, a number a spelling, Enter all of it.
fn keys(ui: &mut Ui, state: &mut State) -> bool {
    let is_free = ui.memory(|memory| memory.focused().is_none());
    let takes = |places: &[Focus]| is_free || state.focus.is_some_and(|at| places.contains(&at));
    let (rows, numbers) = (
        takes(&[Focus::Filter, Focus::Cluster]),
        takes(&[Focus::Cluster, Focus::Spelling, Focus::Photo]),
    );
    let enters = takes(&[Focus::Filter, Focus::Cluster, Focus::Spelling, Focus::Photo]);
    let taken = |is_wanted: bool, key| {
        is_wanted && ui.input_mut(|input| input.consume_key(Modifiers::NONE, key))
    };
    let (up, down) = (taken(rows, Key::ArrowUp), taken(rows, Key::ArrowDown));
    let number = NUMBERS.iter().position(|key| taken(numbers, *key));
    let at = state.at().unwrap_or_default();
    if down && at + 1 < state.shown.len() {
        state.select(at + 1);
    }
    if up {
        state.select(at.saturating_sub(1));
    }
    if let Some(number) = number {
        chosen::choose(state, number);
    }
    taken(enters, Key::Enter)
}

const NUMBERS: [Key; 9] = [
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num6,
    Key::Num7,
    Key::Num8,
    Key::Num9,
];

/// Asks for what is chosen, and goes on to the next credit that is written in several ways.
fn apply(state: &mut State, asks: &mut Vec<Ask>) {
    let changes = state.plan.changes(&state.choice);
    if changes.is_empty() {
        return;
    }
    asks.push(Ask::Respell(format!("Write {}", state.choice.to), changes));
    let next = state.at().map(|at| at + 1);
    if let Some(next) = next.filter(|next| state.cluster_at(*next).is_some_and(Cluster::is_varied))
    {
        state.select(next);
    }
}

/// The articles of the queue that are not open, and the job that opens them.
struct Rest<'a> {
    listed: usize,
    running: Option<&'a Running>,
}

impl<'a> Rest<'a> {
    fn of(document: &Document, view: &'a ViewState, state: &State) -> Self {
        let is_listed = |entry: &&Entry| matches!(entry.state, EntryState::Listed);
        let mut running = view.running.iter();
        Self {
            listed: document.entries().iter().filter(is_listed).count(),
            running: running.find(|job| Some(job.id) == state.opening),
        }
    }

    /// Says that their credits are not among these, and offers to open them.
    fn show(&self, ui: &mut Ui, document: &Document, asks: &mut Vec<Ask>) {
        if self.listed == 0 && self.running.is_none() {
            return;
        }
        let p = theme::palette(ui);
        let frame = Frame::new()
            .fill(p.panel)
            .inner_margin(Margin::symmetric(20, 8));
        let panel = Panel::top("rest of the queue")
            .frame(frame)
            .resizable(false);
        panel.show(ui, |ui| {
            ui.horizontal(|ui| {
                let says = match self.running {
                    Some(job) => format!("{}…", job.text),
                    None => format!(
                        "{} of {} are not open: their credits are not counted.",
                        self.listed,
                        counted(document.entries().len(), "article")
                    ),
                };
                let kind = Type::new(theme::list(), p.quiet, theme::FIELD_LINE);
                words::show(ui, &says, &kind);
                let size = ui.available_size();
                let right_to_left = egui::Layout::right_to_left(egui::Align::Center);
                ui.allocate_ui_with_layout(size, right_to_left, |ui| {
                    let text = format!("Open {}", counted(self.listed, "article"));
                    self.button(ui, Button::outlined(text), asks);
                });
            });
        });
    }

    /// Opens them, or stops that.
    fn button(&self, ui: &mut Ui, open: Button, asks: &mut Vec<Ask>) {
        let (button, ask) = match self.running {
            Some(job) => {
                let stop = Button::outlined("Stop").named("Stop opening articles");
                (stop, Ask::Stop(job.id))
            }
            None => (open, Ask::OpenRest),
        };
        if button.show(ui).clicked() {
            asks.push(ask);
        }
    }
}

/// The page where there is no credit yet.
fn nothing(ui: &mut Ui, document: &Document, state: &State, rest: &Rest<'_>, asks: &mut Vec<Ask>) {
    let p = theme::palette(ui);
    let is_none_open = document.open().is_none();
    let (title, sentence) = match rest.running {
        Some(job) => (format!("{}…", job.text), ""),
        None if state.of.is_none() => ("Comparing credits…".to_owned(), ""),
        None if is_none_open && rest.listed > 0 => (
            "No article is open yet".to_owned(),
            "Open the articles of this place to see which credits they have, and in which spellings.",
        ),
        None => (
            "No photo has a credit".to_owned(),
            "Write a credit line into the field of a photo, and it is counted here.",
        ),
    };
    let size = vec2(
        theme::QUESTION_WIDTH.min(ui.available_width() - 48.0),
        220.0,
    );
    let middle = egui::Rect::from_center_size(ui.max_rect().center() - vec2(0.0, 40.0), size);
    ui.scope_builder(egui::UiBuilder::new().max_rect(middle), |ui| {
        words::show(ui, &title, &Type::new(theme::title(), p.ink, 28.0));
        ui.add_space(theme::SMALL_GAP);
        let kind = Type::new(theme::field(), p.quiet, theme::FIELD_LINE);
        words::show(ui, sentence, &kind);
        ui.add_space(theme::PARAGRAPH_GAP);
        if rest.listed > 0 || rest.running.is_some() {
            let text = format!("Open all {}", counted(rest.listed, "article"));
            let open = Button::primary(text).with_keys(Shortcut::key(Key::Enter));
            rest.button(ui, open, asks);
        }
    });
}
