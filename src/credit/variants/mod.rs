//! Every credit with how often it stands, the spellings of the same one together.
//!
//! A [`Tally`] takes photos one after another and keeps each distinct line once, so that an archive
//! streams through it. [`Tally::clusters`] puts the lines together: those that name the same persons
//! and organisations (`key`), whatever their case, accents, order, label and style; and, as a weaker
//! [`Tie`], those in which one person's name differs a little (`ties`). Nothing is merged here: a
//! cluster is what an editor looks at, and chooses from.

mod key;
#[cfg(test)]
mod tests;
mod ties;

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use super::Lexicon;
use crate::model::Photo;
use key::Said;
use ties::Pair;

/// What is counted of each photo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum By {
    /// Its credit line.
    #[default]
    Line,
    /// Each of its creators.
    Creator,
    /// Each of its sources.
    Source,
}

/// How a spelling belongs to the one that is suggested, from the strongest on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tie {
    /// Only case, accents, blanks or punctuation differ.
    Letters,
    /// The same words in another order.
    Order,
    /// The same persons and organisations in another style: `AP Photo/Ann Lee`, `Ann Lee, Associated
    /// Press`; with a label; said twice.
    Style,
    /// Perhaps the same: a name is spelt a little otherwise, as `Sergei Grits` and `Sergey Grits`.
    Misspelt,
    /// Perhaps the same: a name is shorter, as `J. Doe` and `Jane Doe`.
    Shorter,
}

impl Tie {
    /// Whether the two name the same for certain; else an editor must look.
    #[must_use]
    pub fn is_strong(self) -> bool {
        match self {
            Self::Letters | Self::Order | Self::Style => true,
            Self::Misspelt | Self::Shorter => false,
        }
    }

    /// Its code in JSON and CSV.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Letters => "letters",
            Self::Order => "order",
            Self::Style => "style",
            Self::Misspelt => "perhaps-misspelt",
            Self::Shorter => "perhaps-shorter",
        }
    }

    /// The same for a person to read.
    #[must_use]
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Letters => "other case, accents or punctuation",
            Self::Order => "other order",
            Self::Style => "same names, other style",
            Self::Misspelt => "perhaps the same: a name differs a little",
            Self::Shorter => "perhaps the same: a name is shorter",
        }
    }
}

/// One way in which a credit is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spelling {
    /// The credit, to the letter.
    pub line: String,
    /// How many photos have it.
    pub count: usize,
    /// Where it stood first.
    pub first: String,
    /// How it belongs to the suggested one; none where it is that one.
    pub tie: Option<Tie>,
}

/// The spellings of one credit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cluster {
    /// The spelling to keep: without label and repetition, with the accents, else the most frequent.
    /// It may be one that no photo has, where all of them carry a label.
    pub suggested: String,
    /// The most frequent first.
    pub spellings: Vec<Spelling>,
    /// Suggested spellings of clusters that may be the same, but not all of them at once: `J. Doe`
    /// where there are `Jane Doe` and `John Doe`.
    pub perhaps: Vec<String>,
}

impl Cluster {
    /// How many photos have one of its spellings.
    #[must_use]
    pub fn count(&self) -> usize {
        self.spellings.iter().map(|spelling| spelling.count).sum()
    }

    /// Whether it is written in several ways.
    #[must_use]
    pub fn is_varied(&self) -> bool {
        self.spellings.len() > 1
    }
}

/// Counts credits; holds each distinct one once.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    by: By,
    told: HashMap<String, Told>,
    photos: usize,
    silent: usize,
}

#[derive(Debug, Clone)]
struct Told {
    count: usize,
    first: String,
}

impl Tally {
    /// Nothing is counted yet.
    #[must_use]
    pub fn new(by: By) -> Self {
        Self {
            by,
            ..Self::default()
        }
    }

    /// Counts what a photo says; `place` names where it stands, once a spelling.
    pub fn add(&mut self, photo: &Photo, place: impl Fn() -> String) {
        self.photos += 1;
        let lines: Vec<&str> = match self.by {
            By::Line => vec![&photo.credit_line],
            By::Creator => photo.creators.iter().map(String::as_str).collect(),
            By::Source => photo.sources.iter().map(|source| &*source.name).collect(),
        };
        let mut is_silent = true;
        for line in lines.into_iter().filter(|line| !line.trim().is_empty()) {
            is_silent = false;
            if let Some(told) = self.told.get_mut(line) {
                told.count += 1;
            } else {
                let told = Told {
                    count: 1,
                    first: place(),
                };
                self.told.insert(line.to_owned(), told);
            }
        }
        self.silent += usize::from(is_silent);
    }

    /// How many photos were counted.
    #[must_use]
    pub fn photos(&self) -> usize {
        self.photos
    }

    /// How many of them say nothing.
    #[must_use]
    pub fn silent(&self) -> usize {
        self.silent
    }

    /// The clusters: those with several spellings first, then the most frequent.
    #[must_use]
    pub fn clusters(self, lexicon: &Lexicon) -> Vec<Cluster> {
        let classes = classes(self.told, self.by, lexicon);
        let pairs = ties::between(&classes, lexicon);
        let mut clusters: Vec<Cluster> = groups(classes.len(), &pairs)
            .into_iter()
            .map(|group| cluster(&group, &classes, &pairs))
            .collect();
        clusters.sort_by(|one, other| {
            let rank = |cluster: &Cluster| (!cluster.is_varied(), Reverse(cluster.count()));
            rank(one)
                .cmp(&rank(other))
                .then_with(|| one.suggested.cmp(&other.suggested))
        });
        clusters
    }
}

/// Spellings that name the same for certain, and what the best of them says.
#[derive(Debug)]
struct Class {
    said: Said,
    spellings: Vec<Spelling>,
}

impl Class {
    fn count(&self) -> usize {
        self.spellings.iter().map(|spelling| spelling.count).sum()
    }
}

fn classes(told: HashMap<String, Told>, by: By, lexicon: &Lexicon) -> Vec<Class> {
    let mut by_key: BTreeMap<key::Key, Vec<(Said, Spelling)>> = BTreeMap::new();
    for (line, Told { count, first }) in told {
        let said = Said::by(&line, by, lexicon);
        let spelling = Spelling {
            line,
            count,
            first,
            tie: None,
        };
        let class = by_key.entry(said.key.clone()).or_default();
        class.push((said, spelling));
    }
    by_key
        .into_values()
        .filter_map(|class| {
            let mut usual: HashMap<&str, usize> = HashMap::new();
            for (said, spelling) in &class {
                *usual.entry(&said.kept).or_default() += spelling.count;
            }
            // What is in letters of the usual width, then richest in accents, then what is usual, whatever label stands before it.
            let best = class.iter().min_by_key(|(said, _)| {
                let count = usual.get(said.kept.as_str()).copied();
                let kept = said.kept.as_str();
                (
                    said.is_shouted,
                    said.wide,
                    Reverse(said.accents),
                    Reverse(count),
                    kept.len(),
                    kept,
                )
            });
            let said = best?.0.clone();
            let spellings = class.into_iter().map(|(_, spelling)| spelling).collect();
            Some(Class { said, spellings })
        })
        .collect()
}

/// A cluster in the making: classes by their place, and what it may also be.
struct Group {
    members: Vec<usize>,
    perhaps: Vec<usize>,
}

/// Classes that are weakly tied, each to each, make one group. Where one is tied to two that are not
/// tied to each other, they may be two persons: each stays alone, and the others are only named.
fn groups(count: usize, pairs: &[Pair]) -> Vec<Group> {
    let mut tied: Vec<Vec<usize>> = vec![Vec::new(); count];
    for Pair { one, other, .. } in pairs {
        for (from, to) in [(*one, *other), (*other, *one)] {
            if let Some(tied) = tied.get_mut(from) {
                tied.push(to);
            }
        }
    }
    let mut is_seen = vec![false; count];
    let mut groups = Vec::new();
    for start in 0..count {
        let mut members = Vec::new();
        let mut open = vec![start];
        while let Some(at) = open.pop() {
            match is_seen.get_mut(at) {
                Some(is_seen) if !*is_seen => *is_seen = true,
                _ => continue,
            }
            members.push(at);
            open.extend(tied.get(at).into_iter().flatten());
        }
        let others = |at: usize| tied.get(at).map_or(&[][..], Vec::as_slice);
        if members
            .iter()
            .all(|at| others(*at).len() + 1 == members.len())
        {
            members.sort_unstable();
            groups.extend((!members.is_empty()).then_some(Group {
                members,
                perhaps: Vec::new(),
            }));
        } else {
            groups.extend(members.into_iter().map(|at| Group {
                members: vec![at],
                perhaps: others(at).to_vec(),
            }));
        }
    }
    groups
}

fn cluster(group: &Group, classes: &[Class], pairs: &[Pair]) -> Cluster {
    let pair_of = |one: usize, other: usize| {
        let pair = (one.min(other), one.max(other));
        pairs
            .binary_search_by_key(&pair, |pair| (pair.one, pair.other))
            .ok()
            .and_then(|at| pairs.get(at))
    };
    // The fullest name leads, and one that is known, however seldom it is.
    let is_less = |at: usize| {
        let pairs = group.members.iter().filter_map(|other| pair_of(at, *other));
        let mut worse = pairs.filter_map(|pair| pair.shorter.or(pair.misspelt));
        worse.any(|class| class == at)
    };
    let count = |at: usize| classes.get(at).map_or(0, Class::count);
    let leader = group
        .members
        .iter()
        .copied()
        .min_by_key(|at| (is_less(*at), Reverse(count(*at)), *at))
        .unwrap_or_default();
    let suggested = |at: usize| {
        let class = classes.get(at);
        class.map_or_else(String::new, |class| class.said.kept.clone())
    };
    let suggestion = suggested(leader);
    let mut spellings = Vec::new();
    for at in &group.members {
        let weak = pair_of(*at, leader).map(|pair| {
            if pair.shorter.is_some() {
                Tie::Shorter
            } else {
                Tie::Misspelt
            }
        });
        let Some(class) = classes.get(*at) else {
            continue;
        };
        spellings.extend(class.spellings.iter().map(|spelling| {
            Spelling {
                tie: (spelling.line != suggestion)
                    .then(|| weak.unwrap_or_else(|| key::tie(&spelling.line, &suggestion))),
                ..spelling.clone()
            }
        }));
    }
    spellings.sort_by(|one, other| {
        other
            .count
            .cmp(&one.count)
            .then_with(|| one.line.cmp(&other.line))
    });
    let mut perhaps: Vec<String> = group.perhaps.iter().map(|at| suggested(*at)).collect();
    perhaps.sort_unstable();
    Cluster {
        suggested: suggestion,
        spellings,
        perhaps,
    }
}
