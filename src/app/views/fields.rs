//! The fields of a photo.

use egui::{Id, Popup, Rect, Ui, vec2};
use lucide_icons::Icon;

use super::original::fold;
use crate::app::ask::Ask;
use crate::app::document::Document;
use crate::app::theme;
use crate::app::view_state::ViewState;
use crate::app::widgets::field::{self, Field, Typed};
use crate::app::widgets::words::Type;
use crate::app::widgets::{Button, words};
use crate::model::{Moment, Photo, PhotoId, Source, SourceRole, Span, TextField};

/// What alt text should stay within.
const ALT_TEXT: usize = 125;

/// The id of a text field of a photo: no two fields share a cursor.
#[must_use]
pub fn field_id(article: usize, photo: PhotoId, field: TextField) -> Id {
    Id::unique(("field", article, photo, field))
}

/// Shows the fields.
pub fn show(
    ui: &mut Ui,
    photo: &Photo,
    document: &Document,
    view: &mut ViewState,
    asks: &mut Vec<Ask>,
) {
    let words = photo.caption.split_whitespace().count();
    let counted = if words == 1 {
        "1 word".to_owned()
    } else {
        format!("{words} words")
    };
    text(
        ui,
        TextField::Caption,
        photo,
        document,
        view,
        asks,
        &counted,
        2,
        "What the picture shows",
    );
    text(
        ui,
        TextField::CreditLine,
        photo,
        document,
        view,
        asks,
        "",
        1,
        "The credit to print",
    );
    ui.columns_const(|[left, right]| {
        left.spacing_mut().item_spacing.y = 0.0;
        right.spacing_mut().item_spacing.y = 0.0;
        creators(left, photo, document, view, asks);
        sources(right, photo, document, asks);
    });
    let letters = photo.alt_text.chars().count();
    let hint = "What the picture shows, for those who cannot see it";
    text(
        ui,
        TextField::AltText,
        photo,
        document,
        view,
        asks,
        &format!("{letters} of {ALT_TEXT}"),
        2,
        hint,
    );
    ui.columns_const(|[left, right]| {
        left.spacing_mut().item_spacing.y = 0.0;
        right.spacing_mut().item_spacing.y = 0.0;
        date(left, photo, document, view, asks);
        text(
            right,
            TextField::Located,
            photo,
            document,
            view,
            asks,
            "",
            1,
            "",
        );
    });
    if fold(ui, "Headline, copyright, usage terms") {
        for name in [
            TextField::Headline,
            TextField::CopyrightHolder,
            TextField::CopyrightNotice,
            TextField::UsageTerms,
            TextField::Instructions,
            TextField::ExtendedDescription,
            TextField::CaptionWriter,
        ] {
            text(ui, name, photo, document, view, asks, "", 1, "");
        }
    }
}

#[expect(
    clippy::too_many_arguments,
    reason = "a field is shown with its photo, its label and where to ask"
)]
fn text(
    ui: &mut Ui,
    name: TextField,
    photo: &Photo,
    document: &Document,
    view: &mut ViewState,
    asks: &mut Vec<Ask>,
    aside: &str,
    rows: usize,
    hint: &str,
) {
    let marks = complaints(photo, document, name);
    let is_lit = view.pointed.field == Some(name) && view.pointed.photo == Some(photo.id);
    let id = field_id(document.current(), photo.id, name);
    let field = Field {
        rows,
        hint,
        marks: &marks,
        is_lit,
        ..Field::text(name.name(), id)
    };
    let typed = field.show_labelled(ui, photo.text(name), aside);
    left(&typed, asks);
    if let Some(text) = typed.text {
        asks.push(Ask::SetText(photo.id, name, text));
    }
}

/// The stretches of a field that findings complain of, in order.
fn complaints(photo: &Photo, document: &Document, name: TextField) -> Vec<Span> {
    let findings = document.findings(photo.id).iter();
    let mut spans: Vec<Span> = findings
        .filter(|finding| finding.field == Some(name) && !finding.is_ignored)
        .flat_map(|finding| finding.spans.iter().copied())
        .collect();
    spans.sort_unstable();
    spans
}

fn left(typed: &Typed, asks: &mut Vec<Ask>) {
    if typed.response.lost_focus() {
        asks.push(Ask::LeaveField);
    }
}

/// A label with a plus at its right; whether the plus was pressed.
fn label_with_plus(ui: &mut Ui, label: &str, plus: &str) -> bool {
    let label = field::label_row(ui, label, "");
    let size = vec2(20.0, theme::LABEL_LINE + theme::LABEL_GAP);
    let rect = egui::Rect::from_min_size(
        egui::pos2(label.rect.right() - size.x, label.rect.top() - 3.0),
        size,
    );
    let response = ui.interact(rect, ui.scope_id().with(plus), egui::Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, plus));
    let p = theme::palette(ui);
    let is_lit = response.hovered() || response.has_focus();
    let icon = words::icon(
        ui,
        Icon::Plus,
        theme::icon(),
        if is_lit { p.accent } else { p.quiet },
    );
    ui.painter()
        .galley(rect.center() - icon.size() / 2.0, icon, p.quiet);
    response.on_hover_text(plus).clicked()
}

/// One field a person, so that a comma in a name is no border.
fn creators(
    ui: &mut Ui,
    photo: &Photo,
    document: &Document,
    view: &ViewState,
    asks: &mut Vec<Ask>,
) {
    let mut names = photo.creators.clone();
    let is_added = label_with_plus(
        ui,
        if names.len() > 1 {
            "Creators"
        } else {
            "Creator"
        },
        "Add a creator",
    );
    if names.is_empty() || is_added {
        names.push(String::new());
    }
    let id = |at: usize| Id::unique(("creator", document.current(), photo.id, at));
    let is_lit =
        view.pointed.field == Some(TextField::CreditLine) && view.pointed.photo == Some(photo.id);
    for (at, name) in names.clone().iter().enumerate() {
        let label = if at == 0 {
            "Creator".to_owned()
        } else {
            format!("Creator {}", at + 1)
        };
        let field = Field {
            hint: "Photographer",
            is_lit: is_lit && !name.is_empty(),
            ..Field::line(&label, id(at))
        };
        let typed = field.show(ui, name);
        if at + 1 < names.len() {
            ui.add_space(theme::LABEL_GAP);
        }
        if typed.response.lost_focus() {
            asks.push(Ask::LeaveField);
            // Another field may just have been added, to be typed into.
            if photo.creators.get(at).is_some_and(String::is_empty) {
                let mut filled = photo.creators.clone();
                filled.remove(at);
                asks.push(Ask::SetCreators(photo.id, filled));
            }
        }
        if let (Some(text), Some(changed)) = (typed.text, names.get_mut(at)) {
            *changed = text;
            asks.push(Ask::SetCreators(photo.id, names.clone()));
        }
    }
    if is_added && !photo.creators.is_empty() {
        asks.push(Ask::SetCreators(photo.id, names.clone()));
        ui.memory_mut(|memory| memory.request_focus(id(names.len() - 1)));
    }
    ui.add_space(theme::GAP);
}

/// One field an organisation, with its role behind the arrow at its right.
fn sources(ui: &mut Ui, photo: &Photo, document: &Document, asks: &mut Vec<Ask>) {
    let mut sources = photo.sources.clone();
    let label = if sources.len() > 1 {
        "Sources"
    } else {
        "Source"
    };
    let is_added = label_with_plus(ui, label, "Add a source");
    if sources.is_empty() || is_added {
        sources.push(Source {
            name: String::new(),
            role: SourceRole::Provider,
        });
    }
    let id = |at: usize| Id::unique(("source", document.current(), photo.id, at));
    for (at, source) in sources.clone().iter().enumerate() {
        let label = if at == 0 {
            "Source".to_owned()
        } else {
            format!("Source {}", at + 1)
        };
        let field = Field {
            hint: "Agency or body",
            room: theme::FIELD_ICON,
            ..Field::line(&label, id(at))
        };
        let typed = field.show(ui, &source.name);
        if at + 1 < sources.len() {
            ui.add_space(theme::LABEL_GAP);
        }
        if typed.response.lost_focus() {
            asks.push(Ask::LeaveField);
            let left = photo.sources.get(at);
            if left.is_some_and(|source| source.name.is_empty()) {
                let mut filled = photo.sources.clone();
                filled.remove(at);
                asks.push(Ask::SetSources(photo.id, filled));
            }
        }
        let mut changed = sources.clone();
        if let (Some(name), Some(place)) = (typed.text, changed.get_mut(at)) {
            place.name = name;
            asks.push(Ask::SetSources(photo.id, changed));
        } else if let Some(chosen) = role(ui, typed.response.rect, &label, source) {
            match (chosen, changed.get_mut(at)) {
                (Chosen::Role(role), Some(place)) => place.role = role,
                _ => drop(changed.remove(at)),
            }
            changed.retain(|source| !source.name.is_empty());
            asks.push(Ask::SetSources(photo.id, changed));
        }
    }
    if is_added && !photo.sources.is_empty() {
        asks.push(Ask::SetSources(photo.id, sources.clone()));
        ui.memory_mut(|memory| memory.request_focus(id(sources.len() - 1)));
    }
    ui.add_space(theme::GAP);
}

/// What was chosen in a source's menu.
enum Chosen {
    Role(SourceRole),
    Remove,
}

/// A source's role and the arrow that opens its menu, at the right of its field.
fn role(ui: &mut Ui, field: Rect, name: &str, source: &Source) -> Option<Chosen> {
    let p = theme::palette(ui);
    let corner = egui::pos2(field.right() - 26.0, field.top() + 4.0);
    let rect = Rect::from_min_size(corner, vec2(22.0, field.height() - 8.0));
    let id = ui.scope_id().with(("role", name));
    let response = ui.interact(rect, id, egui::Sense::click());
    let says = format!("Role of {}: {}", name.to_lowercase(), source.role.word());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &says));
    let is_lit = response.hovered() || response.has_focus();
    let color = if is_lit { p.ink } else { p.quiet };
    let icon = words::icon(ui, Icon::ChevronDown, theme::icon(), color);
    ui.painter()
        .galley(rect.center() - icon.size() / 2.0, icon, color);
    let role = Type::new(theme::label(), p.quiet, theme::LABEL_LINE);
    let role = words::line(ui, source.role.word(), &role, f32::INFINITY);
    let typed = Type::new(theme::field(), p.ink, theme::FIELD_LINE);
    let typed = words::line(ui, &source.name, &typed, f32::INFINITY)
        .size()
        .x;
    let has_room = field.left() + 18.0 + typed + role.size().x < rect.left();
    if has_room && !source.name.is_empty() {
        let size = role.size();
        let at = egui::pos2(rect.left() - size.x, rect.center().y - size.y / 2.0);
        ui.painter().galley(at, role, p.quiet);
    }
    let mut chosen = None;
    Popup::menu(&response).show(|ui| {
        ui.set_width(230.0);
        for role in [
            SourceRole::Source,
            SourceRole::Distributor,
            SourceRole::Provider,
        ] {
            if ui.radio(source.role == role, meaning(&role)).clicked() {
                chosen = Some(Chosen::Role(role));
                ui.close();
            }
        }
        let remove = Button::quiet("Remove").with_icon(Icon::Trash2);
        if remove.show(ui).clicked() {
            chosen = Some(Chosen::Remove);
            ui.close();
        }
    });
    response.on_hover_text(says);
    chosen
}

fn meaning(role: &SourceRole) -> &str {
    match role {
        SourceRole::Source => "Source: where it comes from first",
        SourceRole::Distributor => "Distributor: passed it on",
        SourceRole::Provider => "Provider: delivered it",
        SourceRole::Other(word) => word,
    }
}

fn date(
    ui: &mut Ui,
    photo: &Photo,
    document: &Document,
    view: &mut ViewState,
    asks: &mut Vec<Ask>,
) {
    let typed_before = view
        .date
        .as_ref()
        .filter(|(key, id, _)| (*key, *id) == (document.current(), photo.id))
        .map(|(_, _, text)| text.clone());
    let said = photo
        .created
        .as_ref()
        .map(|moment| moment.as_said().to_owned())
        .unwrap_or_default();
    let is_no_date = typed_before
        .as_ref()
        .is_some_and(|text| !text.trim().is_empty() && Moment::typed(text).is_none());
    let text = typed_before.unwrap_or(said);
    let id = Id::unique(("date", document.current(), photo.id));
    field::label_row(ui, "Date", "");
    let typed = Field {
        hint: "as 2026-11-16",
        ..Field::line("Date", id)
    }
    .show(ui, &text);
    if typed.response.lost_focus() {
        asks.push(Ask::LeaveField);
    }
    if let Some(text) = typed.text {
        asks.push(Ask::TypeDate(photo.id, text));
    }
    if is_no_date {
        let p = theme::palette(ui);
        let kind = Type::new(theme::label(), p.repeated.text, theme::LABEL_LINE);
        words::show(ui, "No date yet, so not saved", &kind);
    }
    ui.add_space(theme::GAP);
}
