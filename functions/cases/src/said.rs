//! What is said of a case that is opened, whatever the form asks beside.

use std::str::FromStr;

use caseport_domain::case::{CaseType, Impact, Urgency};
use caseport_domain::contract::Product;
use caseport_domain::form::{Form, Prospect, Standard};
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::policy;
use caseport_domain::text::{Message, Reference, Title};
use caseport_pages::OpenValues;
use caseport_web::{Failure, Request};

/// What a case can be opened with.
#[derive(Clone, Copy)]
pub struct Offer<'a> {
    /// The products it can be about.
    pub products: &'a [Product],
    /// The types of issue it can be of.
    pub types: &'a [CaseType],
    /// The forms.
    pub forms: &'a [Form],
}

/// What a case is opened for.
pub struct About<'a> {
    /// What it is about, if its type is about something.
    pub product: Option<Product>,
    /// Its type of issue.
    pub case_type: CaseType,
    /// The form that applies.
    pub form: Option<&'a Form>,
}

/// What was said, each as far as nothing is wrong with it.
pub struct Said<'a> {
    /// What the case is opened for.
    pub about: Option<About<'a>>,
    /// How many it touches.
    pub impact: Option<Impact>,
    /// How soon it must be dealt with.
    pub urgency: Option<Urgency>,
    /// Its title.
    pub title: Option<Title>,
    /// The customer's own reference.
    pub reference: Option<Reference>,
    /// What is the matter.
    pub description: Option<Message>,
}

/// Reads what was said; each flaw is noted by the name that the form gives its field. What the form leaves out need not be
/// said: the least impact and urgency stand in, and the first line of the description for the title.
///
/// # Errors
/// When the actor may not open cases of this type.
pub fn read<'a>(
    request: &Request,
    offer: Offer<'a>,
    values: &OpenValues,
    flaws: &mut Flaws,
) -> Result<Said<'a>, Failure> {
    let chosen = request.portal().case_types.choose(&values.case_type);
    let of = chosen.as_ref().ok().copied();
    if let Some(case_type) = of {
        policy::open_type(request.actor()?, case_type)?;
    }
    let product = offer.products.iter().find(|product| product.id.as_str() == values.product);
    let about = (offer.products, offer.types);
    let prospect = Prospect::new(offer.forms, about, product.map(|product| &product.id), of);

    let mut found = Flaws::default();
    let missing = if values.product.is_empty() { Flaw::Required } else { Flaw::NoSuchChoice };
    let is_about_one = of.is_none_or(|of| Standard::Product.fits(of));
    let product = is_about_one.then(|| product.cloned().ok_or(missing)).transpose();
    let (product, case_type) = (found.take("product", product), found.take("case_type", chosen));
    let weighs = |question: Standard| of.is_none_or(|of| question.fits(of)).then(|| prospect.asks(question));
    let impact = found.take("impact", weighed(weighs(Standard::Impact), &values.impact));
    let urgency = found.take("urgency", weighed(weighs(Standard::Urgency), &values.urgency));
    let is_called = prospect.asks(Standard::Title) || !values.title.is_empty();
    let title: Option<Title> = is_called.then(|| found.required("title", &values.title)).flatten();
    let reference = found.optional("reference", &values.reference);
    let description: Option<Message> = found.required("description", &values.description);
    let title = title.or_else(|| description.as_ref().map(Title::first_of));

    let form = prospect.form();
    for (field, flaw) in found.iter() {
        let flaw = flaw.clone();
        flaws.add(field, if let Some(form) = form { form.told(field, flaw) } else { flaw });
    }
    let about = product.zip(case_type).map(|(product, case_type)| About { product, case_type, form });
    Ok(Said { about, impact, urgency, title, reference, description })
}

/// How many it touches, or how soon it must be dealt with. What is said where a form does not ask it counts too, but nothing
/// counts where the type of issue has no such question.
fn weighed<T: FromStr<Err = Flaw> + Default>(is_asked: Option<bool>, code: &str) -> Result<T, Flaw> {
    match is_asked {
        None => Ok(T::default()),
        Some(false) if code.is_empty() => Ok(T::default()),
        Some(_) => code.parse(),
    }
}
