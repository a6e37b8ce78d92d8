//! `cutline rule`: the manual page of a rule.

use std::io;

use clap::Args;

use super::Outcome;
use super::print::Output;
use crate::lint::{self, Manual, RULES};

/// Arguments of `rule`.
#[derive(Debug, Args)]
pub struct Rule {
    /// A rule's code, `credit-repeated`; all rules are listed without one.
    name: Option<String>,
}

impl Rule {
    pub(super) fn run(&self, output: &mut Output) -> io::Result<Outcome> {
        let Some(name) = &self.name else {
            for rule in RULES {
                let finds = Manual::of(rule).finds;
                output.line(format_args!(
                    "{:<26} {:<8} {finds}",
                    rule.code,
                    rule.severity.word()
                ))?;
            }
            return Ok(Outcome::Done);
        };
        let Some(rule) = lint::rule(name) else {
            output.complain(format_args!(
                "{name}: no such rule; `cutline rule` lists them all"
            ));
            return Ok(Outcome::Usage);
        };
        let (manual, strong) = (Manual::of(rule), output.color.strong);
        output.line(format_args!(
            "{strong}{}{strong:#} ({})",
            rule.code,
            rule.severity.word()
        ))?;
        output.line(&manual.finds)?;
        output.line("")?;
        output.line(manual.page)?;
        Ok(Outcome::Done)
    }
}
