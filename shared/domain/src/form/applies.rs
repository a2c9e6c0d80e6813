//! Which form a case is opened with.

use super::{Form, Standard};
use crate::case::CaseType;
use crate::contract::Product;
use crate::id::ProductId;

impl Form {
    /// Whether it is for cases of this product, or of none, and of this type.
    fn is_for(&self, product: Option<&ProductId>, case_type: CaseType) -> bool {
        let of = self.products.is_empty() || product.is_some_and(|id| self.products.contains(id));
        !self.retired && of && (self.case_types.is_empty() || self.case_types.contains(&case_type))
    }

    /// How specific it is: a product says more than a type of issue.
    const fn rank(&self) -> u8 {
        2 * !self.products.is_empty() as u8 + !self.case_types.is_empty() as u8
    }
}

/// The form of a case of this product and type: the one for both, else the product's, else the type's, else the one for
/// all. A case of no product has none of the first two. Of two alike, the one whose identifier sorts first.
#[must_use]
pub fn applying<'a>(forms: &'a [Form], product: Option<&ProductId>, case_type: CaseType) -> Option<&'a Form> {
    let those = forms.iter().filter(|form| form.is_for(product, case_type));
    those.max_by(|a, b| a.rank().cmp(&b.rank()).then_with(|| b.id.cmp(&a.id)))
}

/// What a case can still become, as far as its product and type are chosen: each type with the form that applies.
#[derive(Clone, Debug)]
pub struct Prospect<'a>(Vec<(CaseType, Option<&'a Form>)>);

impl<'a> Prospect<'a> {
    /// What it can become of these products and types.
    #[must_use]
    pub fn new(
        forms: &'a [Form],
        (products, types): (&[Product], &[CaseType]),
        product: Option<&ProductId>,
        case_type: Option<CaseType>,
    ) -> Self {
        let products: Vec<&ProductId> = match product {
            Some(product) => vec![product],
            None => products.iter().map(|product| &product.id).collect(),
        };
        let types = case_type.map_or_else(|| types.to_vec(), |case_type| vec![case_type]);
        let mut each = Vec::new();
        for of in types {
            if Standard::Product.fits(of) {
                each.extend(products.iter().map(|product| (of, applying(forms, Some(*product), of))));
            } else {
                each.push((of, applying(forms, None, of)));
            }
        }
        Self(each)
    }

    /// The form that will apply, if that can be told: if it is the same one whatever is still chosen.
    #[must_use]
    pub fn form(&self) -> Option<&'a Form> {
        let first = self.0.first()?.1?;
        self.0.iter().all(|(_, form)| form.is_some_and(|form| form.id == first.id)).then_some(first)
    }

    /// Whether it may yet be asked this.
    #[must_use]
    pub fn asks(&self, question: Standard) -> bool {
        let asks = |form: &Form| form.asks(question);
        self.0.iter().any(|(case_type, form)| question.fits(*case_type) && form.is_none_or(asks))
    }
}

/// Another form that is for the same cases as this one and as specific: one of the two would never be seen there.
#[must_use]
pub fn rival<'a>(form: &Form, forms: &'a [Form]) -> Option<&'a Form> {
    fn meet<T: PartialEq>(ours: &[T], theirs: &[T]) -> bool {
        ours.is_empty() || theirs.is_empty() || ours.iter().any(|one| theirs.contains(one))
    }
    let alike = |other: &&Form| {
        other.id != form.id
            && !other.retired
            && other.rank() == form.rank()
            && meet(&form.products, &other.products)
            && meet(&form.case_types, &other.case_types)
    };
    if form.retired { None } else { forms.iter().find(alike) }
}

#[cfg(test)]
mod tests {
    use super::super::{Texts, read::tests::form};
    use super::*;

    fn of(id: &str, products: &[&str], case_types: &[CaseType]) -> Form {
        Form {
            id: id.parse().unwrap(),
            products: products.iter().map(|id| id.parse().unwrap()).collect(),
            case_types: case_types.to_vec(),
            lead: None,
            name: Texts { ..form().name },
            ..form()
        }
    }

    fn forms() -> Vec<Form> {
        vec![
            of("all", &[], &[]),
            of("incident", &[], &[CaseType::Incident]),
            of("voice", &["voice"], &[]),
            of("voice-incident", &["voice", "sbc"], &[CaseType::Incident]),
            Form { retired: true, ..of("chat-incident", &["chat"], &[CaseType::Incident]) },
        ]
    }

    #[test]
    fn e47_the_most_specific_form_applies() {
        let applies = |product: &str, of: CaseType| {
            applying(&forms(), Some(&product.parse().unwrap()), of).map(|form| form.id.to_string())
        };
        assert_eq!(applies("voice", CaseType::Incident).as_deref(), Some("voice-incident"));
        assert_eq!(applies("voice", CaseType::Request).as_deref(), Some("voice"));
        assert_eq!(
            applies("chat", CaseType::Incident).as_deref(),
            Some("incident"),
            "a retired one never does"
        );
        assert_eq!(applies("chat", CaseType::Question).as_deref(), Some("all"));
        assert_eq!(applying(&forms()[1..], Some(&"chat".parse().unwrap()), CaseType::Question), None);
        let twins = [of("b", &[], &[]), of("a", &[], &[])];
        let one = applying(&twins, Some(&"x".parse().unwrap()), CaseType::Question);
        assert_eq!(one.unwrap().id.as_str(), "a");
    }

    /// G19: a case of no product is asked what is asked of all of them, and nothing that only some products need.
    #[test]
    fn g19_a_form_for_some_products_is_for_no_case_without_one() {
        let applies = |forms: &[Form]| applying(forms, None, CaseType::Admin).map(|form| form.id.to_string());
        assert_eq!(applies(&forms()).as_deref(), Some("all"));
        assert_eq!(applies(&forms()[1..]), None);
        assert_eq!(applies(&[of("voice-admin", &["voice"], &[CaseType::Admin])]), None);
    }

    #[test]
    fn a_form_is_foreseen_where_what_is_chosen_yet_cannot_change_it() {
        let products = ["voice", "chat"].map(|id| Product { id: id.parse().unwrap(), name: id.to_owned() });
        let told = |forms: &[Form], product: Option<&str>, of: Option<CaseType>| {
            let product = product.map(|id| id.parse().unwrap());
            let prospect = Prospect::new(forms, (&products, &CaseType::ALL), product.as_ref(), of);
            prospect.form().map(|form| form.id.to_string())
        };
        assert_eq!(told(&forms(), Some("voice"), None), None);
        assert_eq!(told(&forms(), Some("voice"), Some(CaseType::Request)).as_deref(), Some("voice"));
        assert_eq!(told(&forms()[..1], None, None).as_deref(), Some("all"));
        assert_eq!(told(&forms()[..2], None, Some(CaseType::Incident)).as_deref(), Some("incident"));
        assert_eq!(told(&[], None, None), None);
        let (forms, incident) = (forms(), [CaseType::Incident]);
        let only = Prospect::new(&forms[..2], (&products, &incident), None, None).form();
        assert_eq!(only.unwrap().id.as_str(), "incident", "there is nothing else to choose");
    }

    /// A12, G19: an admin case is asked for no product, and neither how many nor how urgent it is; all others are.
    #[test]
    fn a12_g19_an_admin_case_is_not_asked_what_the_others_are() {
        use Standard::{Description, Impact, Product as About, Reference, Title, Urgency};
        let products = [Product { id: "voice".parse().unwrap(), name: "Voice".to_owned() }];
        let asked = |of: Option<CaseType>| {
            let prospect = Prospect::new(&[], (&products, &CaseType::ALL), None, of);
            Standard::ALL.into_iter().filter(|question| prospect.asks(*question)).collect::<Vec<_>>()
        };
        assert_eq!(asked(None), Standard::ALL, "it may yet be of any type");
        assert_eq!(asked(Some(CaseType::FeatureRequest)), Standard::ALL);
        assert_eq!(asked(Some(CaseType::Admin)), [Title, Description, Reference]);
        assert!([About, Impact, Urgency].into_iter().all(|question| !question.fits(CaseType::Admin)));
    }

    #[test]
    fn two_forms_as_specific_for_the_same_cases_are_rivals() {
        let forms = forms();
        assert_eq!(rival(&of("new", &[], &[]), &forms).unwrap().id.as_str(), "all");
        let more = of("new", &["sbc", "chat"], &[CaseType::Incident]);
        assert_eq!(rival(&more, &forms).unwrap().id.as_str(), "voice-incident");
        assert_eq!(rival(&of("new", &["chat"], &[CaseType::Incident]), &forms), None, "that one is retired");
        assert_eq!(rival(&of("all", &[], &[]), &forms), None, "nobody is their own rival");
        assert_eq!(rival(&of("new", &["chat"], &[]), &forms), None);
    }
}
