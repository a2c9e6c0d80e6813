//! Which form a case is opened with.

use super::Form;
use crate::case::CaseType;
use crate::contract::Product;
use crate::id::ProductId;

impl Form {
    /// Whether it is for cases of this product and type.
    fn is_for(&self, product: &ProductId, case_type: CaseType) -> bool {
        let of = self.products.is_empty() || self.products.contains(product);
        !self.retired && of && (self.case_types.is_empty() || self.case_types.contains(&case_type))
    }

    /// How specific it is: a product says more than a type of issue.
    const fn rank(&self) -> u8 {
        2 * !self.products.is_empty() as u8 + !self.case_types.is_empty() as u8
    }
}

/// The form of a case of this product and type: the one for both, else the product's, else the type's, else the one for
/// all. Of two alike, the one whose identifier sorts first.
#[must_use]
pub fn applying<'a>(forms: &'a [Form], product: &ProductId, case_type: CaseType) -> Option<&'a Form> {
    let those = forms.iter().filter(|form| form.is_for(product, case_type));
    those.max_by(|a, b| a.rank().cmp(&b.rank()).then_with(|| b.id.cmp(&a.id)))
}

/// The form that will apply, as far as product and type are chosen, if that can be told: if it is the same one whatever is
/// still chosen of these products and types.
#[must_use]
pub fn foreseen<'a>(
    forms: &'a [Form],
    (products, types): (&[Product], &[CaseType]),
    product: Option<&ProductId>,
    case_type: Option<CaseType>,
) -> Option<&'a Form> {
    let products: Vec<&ProductId> = match product {
        Some(product) => vec![product],
        None => products.iter().map(|product| &product.id).collect(),
    };
    let types = match case_type {
        Some(case_type) => vec![case_type],
        None => types.to_vec(),
    };
    let each = products.iter().flat_map(|product| types.iter().map(move |of| (*product, *of)));
    let mut applying = each.map(|(product, of)| applying(forms, product, of));
    let first = applying.next()??;
    applying.all(|other| other.is_some_and(|other| other.id == first.id)).then_some(first)
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
            applying(&forms(), &product.parse().unwrap(), of).map(|form| form.id.to_string())
        };
        assert_eq!(applies("voice", CaseType::Incident).as_deref(), Some("voice-incident"));
        assert_eq!(applies("voice", CaseType::Request).as_deref(), Some("voice"));
        assert_eq!(
            applies("chat", CaseType::Incident).as_deref(),
            Some("incident"),
            "a retired one never does"
        );
        assert_eq!(applies("chat", CaseType::Question).as_deref(), Some("all"));
        assert_eq!(applying(&forms()[1..], &"chat".parse().unwrap(), CaseType::Question), None);
        let twins = [of("b", &[], &[]), of("a", &[], &[])];
        assert_eq!(applying(&twins, &"x".parse().unwrap(), CaseType::Question).unwrap().id.as_str(), "a");
    }

    #[test]
    fn a_form_is_foreseen_where_what_is_chosen_yet_cannot_change_it() {
        let products = ["voice", "chat"].map(|id| Product { id: id.parse().unwrap(), name: id.to_owned() });
        let told = |forms: &[Form], product: Option<&str>, of: Option<CaseType>| {
            let product = product.map(|id| id.parse().unwrap());
            let form = foreseen(forms, (&products, &CaseType::ALL), product.as_ref(), of);
            form.map(|form| form.id.to_string())
        };
        assert_eq!(told(&forms(), Some("voice"), None), None);
        assert_eq!(told(&forms(), Some("voice"), Some(CaseType::Request)).as_deref(), Some("voice"));
        assert_eq!(told(&forms()[..1], None, None).as_deref(), Some("all"));
        assert_eq!(told(&forms()[..2], None, Some(CaseType::Incident)).as_deref(), Some("incident"));
        assert_eq!(told(&[], None, None), None);
        let only = foreseen(&forms()[..2], (&products, &[CaseType::Incident]), None, None).cloned();
        assert_eq!(only.unwrap().id.as_str(), "incident", "there is nothing else to choose");
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
