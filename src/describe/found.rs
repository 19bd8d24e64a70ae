//! Why something was found, and what is odd about a query, in words.

use super::item::{by_when, part_of};
use super::typed::typed;
use super::values::unknown_value;
use super::{doubted_basis, short_name, sign_in};
use crate::i18n::describe::describe as labels;
use crate::i18n::results::results;
use crate::i18n::search::{field, search as words};
use crate::i18n::terms::terms;
use crate::i18n::who::{aside, date, former, held, role, who, years};
use crate::model::{
    BasisFilter, BodyId, Date, Held, Lang, Node, Plan, Responsibility, Role, Statement, Str,
};
use crate::query::fold::folded;
use crate::query::{
    BETWEEN_DATES, BODIES, DOCUMENTS, Dues, FilterName, Note, Part, Query, Sought, TARGETS,
    Unrecorded,
};
use crate::search::{BETWEEN, Field, Found, Hit, Tier, Why};

/// The longest text that is quoted, in characters.
const QUOTED: usize = 40;

/// Why a node was found: "alias 工信部", "pinyin of 数字乡村", "did you mean silk?".
#[must_use]
pub fn why(reason: &Why, lang: Lang) -> String {
    let words = words(lang);
    if reason.tier == Tier::Nearest {
        let words = |text: &str| {
            let words = text.split(BETWEEN).filter(|word| !word.is_empty());
            words.map(str::to_owned).collect()
        };
        return has(&[words(&reason.word), words(&reason.text)], lang);
    }
    if let (Tier::Typo, Some(meant)) = (reason.tier, &reason.meant) {
        return words.meant(meant);
    }
    let name = field(lang, reason.field.id());
    let running = matches!(
        reason.field,
        Field::Part(_) | Field::Target(_) | Field::Summary(_) | Field::Note(_)
    );
    let long = running || reason.text.chars().count() > QUOTED;
    match (reason.tier, long) {
        (Tier::Pinyin, false) => words.pinyin(&reason.text),
        (_, true) => name.to_owned(),
        (_, false) => format!("{name} {}", reason.text),
    }
}

/// What is to be said about a query.
#[must_use]
pub fn note(plan: &Plan, note: &Note, lang: Lang) -> String {
    let words = words(lang);
    match note {
        Note::UnknownFilter(name) => {
            let known: Vec<&str> = FilterName::all().map(|name| name.typed(lang)).collect();
            words.unknown_filter(&Str::sanitize(name), &known.join(who(lang).list))
        }
        Note::UnknownValue {
            filter,
            value,
            known,
        } => unknown_value(plan, *filter, value, known, lang),
        Note::ReadAs(parts) => {
            let parts: Vec<String> = parts.iter().map(|part| typed(plan, part, lang)).collect();
            words.read_as(&Str::sanitize(&parts.join(" ")))
        }
        Note::Command(word) => words.not_read(word),
        Note::NotRead(typed) => words.not_read(&Str::sanitize(&typed.join(" "))),
        Note::Nearest(typed) => words.nearest(&Str::sanitize(&typed.join(who(lang).list))),
        Note::Nowhere(typed) => words.nowhere(&Str::sanitize(&typed.join(words.between_quotes))),
        Note::NoSuchId { id, kind, known } => no_such_id(plan, id, (kind.as_deref(), known), lang),
        Note::Count { count, kind } => counted(plan, *count, kind.as_deref(), lang),
        Note::NextDue(by, node) => next_due(plan, *by, *node, lang),
        Note::Period => {
            let info = plan.info();
            let (years, dated) = (
                info.period.map(|(from, to)| years(lang, from, to)),
                info.dated.map(|dated| date(lang, dated)),
            );
            let period = words.period(&years.unwrap_or_default(), &dated.unwrap_or_default());
            let issuer = info
                .issuer
                .map(|body| words.issuer(&short_name(plan, body, lang)));
            period + &issuer.unwrap_or_default()
        }
        Note::Terms(asked) => {
            let words = terms(lang);
            let said = asked
                .iter()
                .map(|&term| words.said(&words.name(term), &words.explained(term)));
            said.collect::<Vec<_>>()
                .join(if lang == Lang::En { " " } else { "" })
        }
        Note::WholePlan => whole_plan(plan, lang),
        Note::Compare([one, other]) => {
            words.compare(&sign_in(plan, *one, lang), &sign_in(plan, *other, lang))
        }
        Note::NoneSuch { of, by_words } => match (of, by_words) {
            (Sought::NoLead, _) => words.each_has_a_lead.to_owned(),
            (Sought::Due { time, of, next }, false) => {
                let when = time_in_words(time, lang);
                let none = match of {
                    Dues::Ours => words.none_due(&when),
                    Dues::Such => words.none_such_due(&when),
                    Dues::Targets => words.no_target_due(&when),
                };
                let next = next.map(|(by, node)| next_due(plan, by, node, lang));
                let gap = if lang == Lang::En { " " } else { "" };
                format!(
                    "{none}{gap}{}",
                    next.unwrap_or_else(|| words.none_next.to_owned())
                )
            }
            (Sought::Next, false) => words.none_next.to_owned(),
            (_, true) => words.none_such_but.to_owned(),
            (Sought::Other, false) => words.none_such.to_owned(),
        },
        Note::Roles { body, .. } => roles_of(plan, *body, lang),
        Note::Partners(body) => partners_of(plan, *body, lang),
        Note::ByWhen(node, today) => by_when(plan, *node, *today, lang),
        Note::NoDates => words.no_dates.to_owned(),
        Note::NoAssignments => words.no_assignments.to_owned(),
        Note::Unrecorded(Unrecorded::Money) => words.no_money.to_owned(),
        Note::Unrecorded(Unrecorded::Founding) => words.no_founding.to_owned(),
        Note::Unrecorded(Unrecorded::Contacts) => words.no_contacts.to_owned(),
        Note::PartOf(node) => part_of(plan, *node, lang),
        Note::OwnUnit { name, count } => {
            let filter = Part::Filter(FilterName::Unit, name.clone());
            let filter = Str::sanitize(&typed(plan, &filter, lang)).to_string();
            words.own_unit(&Str::sanitize(name), &filter, *count)
        }
        Note::OtherKinds { count, kind, all } => {
            let kind = plan.kind(kind).map(|id| plan[id].plural.get(lang));
            let all = all.iter().map(|part| typed(plan, part, lang));
            let all = all.collect::<Vec<_>>().join(" ");
            words.other_kinds(*count, kind.unwrap_or_default(), &Str::sanitize(&all))
        }
        Note::ResultsOfIndicators => words.results_of_indicators.to_owned(),
        Note::DidYouMean { typed, suggestions } => {
            words.did_you_mean(&Str::sanitize(typed), &suggestions.join(who(lang).list))
        }
    }
}

/// That there is no such id, and which there are of its kind.
fn no_such_id(
    plan: &Plan,
    id: &str,
    (kind, [from, to]): (Option<&str>, &[String; 2]),
    lang: Lang,
) -> String {
    let kind = kind.and_then(|kind| plan.kind(kind));
    let kind = kind.map_or_else(
        || labels(lang).documents_many.to_lowercase(),
        |kind| plan[kind].plural.get(lang).to_lowercase(),
    );
    words(lang).no_such_id(&Str::sanitize(id), &kind, from, to)
}

/// The value of a filter by time, as it stands in a sentence.
fn time_in_words(time: &str, lang: Lang) -> String {
    let words = words(lang);
    let in_words = |time: &str| {
        let known = Date::parse(time).map(|when| date(lang, when));
        known.unwrap_or_else(|| time.to_owned())
    };
    if let Some((from, to)) = time.split_once(BETWEEN_DATES) {
        return words.span(&in_words(from), &in_words(to));
    }
    match Date::parse(time) {
        Some(when) if when.day > 0 => words.on(&in_words(time)),
        _ => words.within(&in_words(time)),
    }
}

/// In which roles a body answers for how many items, in a sentence.
pub(super) fn roles_of(plan: &Plan, body: BodyId, lang: Lang) -> String {
    let in_role = |role| held(lang, plan.held(body, Some(role), BasisFilter::All));
    let name = short_name(plan, body, lang);
    words(lang).roles(&name, &in_role(Role::Lead), &in_role(Role::Support))
}

/// With which bodies a body answers for the most items.
fn partners_of(plan: &Plan, body: BodyId, lang: Lang) -> String {
    const MOST: usize = 5;
    let all = plan.works_with(body).into_iter().take(MOST);
    let all = all.map(|(other, count)| format!("{} {count}", short_name(plan, other, lang)));
    let all: Vec<String> = all.collect();
    words(lang).partners(&short_name(plan, body, lang), &all.join(who(lang).list))
}

/// How much a body leads or issued, where that ranks it; nothing of any other hit.
#[must_use]
pub fn ranked(found: &Found, hit: &Hit, lang: Lang) -> Option<String> {
    let Note::ReadAs(parts) = found.read_as()? else {
        return None;
    };
    let words = words(lang);
    let count = usize::try_from(hit.score).ok()?;
    parts.iter().find_map(|part| match part {
        Part::Most => Some(words.leads_so_many(count)),
        Part::MostIssued => Some(words.issued_so_many(count)),
        Part::LeadsNothing | Part::Newest | Part::Filter(..) | Part::Not(..) | Part::Words(_) => {
            None
        }
    })
}

/// By when what was found is due and whether it needs attention, where it is listed by date.
#[must_use]
pub fn due(plan: &Plan, hit: &Hit, lang: Lang, today: Option<Date>) -> Option<String> {
    let due = format!("{} {}", who(lang).due, date(lang, hit.due?));
    let flag = super::assignment_flag(plan, hit.node, lang, today);
    Some(due + &flag.map_or_else(String::new, |flag| who(lang).comma.to_owned() + flag))
}

/// The nearest date of what is due; of a year its end.
fn next_due(plan: &Plan, by: Date, node: Node, lang: Lang) -> String {
    let when = date(lang, by);
    let when = match by.month {
        0 => words(lang).year_end(&when),
        _ => when,
    };
    words(lang).next_due(&when, &sign_in(plan, node, lang))
}

/// Who answers for the plan as a whole, by role; a lead with its basis.
fn whole_plan(plan: &Plan, lang: Lang) -> String {
    let fixed = who(lang);
    let shown = || plan.responsible(Node::Plan).iter();
    let of = |wanted: Role| {
        let known = shown().filter(|known| known.shown().role == wanted);
        let names = known.map(|known| {
            let name = short_name(plan, known.body, lang);
            match wanted {
                Role::Lead => name + &aside(lang, &doubted_basis(plan, known.shown(), lang)),
                Role::Support | Role::Issuer | Role::Unstated => name,
            }
        });
        let names: Vec<String> = names.collect();
        let names = Some(names.join(fixed.list)).filter(|names| !names.is_empty())?;
        Some([role(lang, wanted), fixed.colon, &names].concat())
    };
    let roles: Vec<String> = Role::ALL.into_iter().filter_map(of).collect();
    if roles.is_empty() {
        return fixed.nobody.to_owned();
    }
    roles.join(fixed.semicolon) + fixed.stop.trim_end()
}

/// So many of a kind: "17 projects"; entries, where they are of several.
fn counted(plan: &Plan, count: usize, kind: Option<&str>, lang: Lang) -> String {
    let labels = labels(lang);
    let known = kind.and_then(|kind| plan.kind(kind));
    let plural = known.map(|kind| match count {
        1 => plan[kind].name.get(lang),
        _ => plan[kind].plural.get(lang),
    });
    let plural = match (plural, kind) {
        (Some(plural), _) => plural.to_lowercase(),
        (None, Some(kind)) if BODIES.contains(&kind) => return words(lang).bodies(count),
        (None, Some(kind)) if TARGETS.contains(&kind) => return words(lang).targets(count),
        (None, Some(kind)) if DOCUMENTS.contains(&kind) => return words(lang).documents(count),
        (None, _) => return results(lang).entries(count),
    };
    labels.count(count, &plural)
}

/// How many items, organisations and documents were found; empty where all are of one group. Where a body
/// was asked about, items for which it no longer answers are counted apart. The plan itself is no item.
#[must_use]
pub fn counts(plan: &Plan, query: &Query, found: &Found, lang: Lang) -> String {
    let words = words(lang);
    let counts = found.counts;
    let nodes = || found.hits.iter().map(|hit| hit.node);
    let asked = bodies_asked(plan, query, found);
    let ended = nodes().filter_map(|node| Some((node, ended(plan, node, &asked)?)));
    let over = Held::of(ended);
    let of_plan = nodes().filter(|node| *node == Node::Plan).count();
    let items = counts.items.saturating_sub(of_plan + over.former);
    let groups = [
        (items, words.items(items)),
        (over.former, former(lang, over)),
        (counts.bodies, words.bodies(counts.bodies)),
        (counts.documents, words.documents(counts.documents)),
    ];
    let said: Vec<String> = groups
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(_, counted)| counted)
        .collect();
    if said.is_empty() || said.len() == 1 && of_plan == 0 {
        return String::new();
    }
    said.join(who(lang).list)
}

/// In which order the hits stand, where it is that of their dates; stands behind how many there are.
#[must_use]
pub fn order(found: &Found, lang: Lang) -> &'static str {
    if found.by_date && found.answers() > 1 {
        words(lang).by_date
    } else {
        ""
    }
}

/// The bodies by which a query filters, or a question that was read so, each with the role; the one whose
/// name it is.
fn bodies_asked(plan: &Plan, query: &Query, found: &Found) -> Vec<(BodyId, Option<Role>)> {
    let read = match found.read_as() {
        Some(Note::ReadAs(parts)) => parts.as_slice(),
        _ => &[],
    };
    let read = read.iter().filter_map(|part| match part {
        Part::Filter(name, value) => Some((*name, value.as_str())),
        Part::Not(..)
        | Part::Words(_)
        | Part::Most
        | Part::MostIssued
        | Part::LeadsNothing
        | Part::Newest => None,
    });
    let typed = query.filters.iter().filter(|filter| !filter.is_not);
    let typed = typed.map(|filter| (filter.name, filter.value.as_str()));
    let asked = read.chain(typed).filter_map(|(name, value)| {
        let role = match name {
            FilterName::Body => None,
            FilterName::Lead => Some(Role::Lead),
            FilterName::Support => Some(Role::Support),
            _ => return None,
        };
        let by_id = plan.find(value).and_then(Node::body);
        let body = by_id.or_else(|| {
            let mut bodies = plan.bodies().map(|(id, _)| id);
            bodies.find(|&id| is_named(plan, id, value))
        });
        Some((body?, role))
    });
    let first = found.hits.first().filter(|hit| hit.tier == Tier::Exact);
    let named = first.and_then(|hit| Some((hit.node.body()?, None)));
    // A role that was asked for goes before the name.
    let asked: Vec<_> = asked.collect();
    let named = named.filter(|_| asked.is_empty());
    asked.into_iter().chain(named).collect()
}

/// The one body that was asked about.
#[must_use]
pub fn body_asked(plan: &Plan, query: &Query, found: &Found) -> Option<BodyId> {
    let mut bodies = bodies_asked(plan, query, found).into_iter();
    let (body, _) = bodies.next()?;
    bodies.all(|(other, _)| other == body).then_some(body)
}

/// Whether a folded text is a name of a body.
fn is_named(plan: &Plan, id: BodyId, text: &str) -> bool {
    let node = Node::Body(id);
    let both = [Lang::En, Lang::Zh];
    let short = both.map(|lang| short_name(plan, id, lang));
    let names = both.map(|lang| plan.name(node).get(lang));
    let aliases = plan.aliases(node).iter().map(|alias| &**alias);
    let mut all = short.iter().map(String::as_str).chain(names).chain(aliases);
    all.any(|name| folded(name) == text)
}

/// What a node's bodies no longer do, if they do nothing else of what is asked.
fn ended<'p>(
    plan: &'p Plan,
    node: Node,
    asked: &[(BodyId, Option<Role>)],
) -> Option<&'p Statement> {
    let rows = plan.responsible(node).iter();
    let rows = rows.filter(|known| {
        let mut asked = asked.iter();
        asked.any(|(body, role)| {
            *body == known.body && role.is_none_or(|role| role == known.shown().role)
        })
    });
    let mut rows = rows.map(Responsibility::shown);
    let first = rows.next()?;
    (first.is_former() && rows.all(Statement::is_former)).then_some(first)
}

/// The words that a nearest answer has, and those for which it has others that mean the same.
#[must_use]
pub fn has([verbatim, others]: &[Vec<String>; 2], lang: Lang) -> String {
    let text = words(lang);
    let list = |words: &Vec<String>| Str::sanitize(&words.join(who(lang).list)).to_string();
    let has = (!verbatim.is_empty()).then(|| text.has(&list(verbatim)));
    let near = (!others.is_empty()).then(|| text.near(&list(others)));
    let parts: Vec<String> = has.into_iter().chain(near).collect();
    parts.join(text.between)
}
