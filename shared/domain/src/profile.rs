//! What people say of themselves.

use serde::{Deserialize, Serialize};

use crate::country::Country;
use crate::input::{Flaw, Flaws};
use crate::person::Language;
use crate::text::Line;
use crate::zone::zone;

/// A first or last name.
pub type Name = Line<60>;

/// What is known of a person, by themselves or by an administrator, beside what they may do and sign in with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Their first name; none where nobody can tell it from their name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_name: Option<Name>,
    /// Their last name; none where nobody can tell it from their name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_name: Option<Name>,
    /// What they are at their employer, and how they are reached.
    #[serde(flatten)]
    pub details: ContactDetails,
}

/// What somebody is at their employer, and how they are reached.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactDetails {
    /// Where they work. Contacts say it, engineers need not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
    /// What they are at their employer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub job_title: Option<Line<80>>,
    /// Where they can be called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Line<40>>,
    /// Street and number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Line<200>>,
    /// Postcode.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postcode: Option<Line<20>>,
    /// City.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub city: Option<Line<80>>,
}

impl ContactDetails {
    /// The names of its fields, in their order.
    pub const FIELDS: [&'static str; 6] = ["country", "job_title", "phone", "address", "postcode", "city"];

    /// What these fields say, in the order of [`Self::FIELDS`], with everything that is wrong with them. Each may be empty.
    pub fn read(values: [&str; 6], flaws: &mut Flaws) -> Self {
        let [country, job_title, phone, address, postcode, city] = values;
        Self {
            country: flaws.optional("country", &country.to_ascii_uppercase()),
            job_title: flaws.optional("job_title", job_title),
            phone: flaws.optional("phone", phone),
            address: flaws.optional("address", address),
            postcode: flaws.optional("postcode", postcode),
            city: flaws.optional("city", city),
        }
    }

    /// Its fields in the order of [`Self::FIELDS`], empty where nothing is known.
    #[must_use]
    pub fn values(&self) -> [String; 6] {
        fn text<T: ToString>(value: Option<&T>) -> String {
            value.map(ToString::to_string).unwrap_or_default()
        }
        [
            text(self.country.as_ref()),
            text(self.job_title.as_ref()),
            text(self.phone.as_ref()),
            text(self.address.as_ref()),
            text(self.postcode.as_ref()),
            text(self.city.as_ref()),
        ]
    }
}

impl Profile {
    /// Has it say this name, parted at its first space, unless it says how this name is parted already.
    pub fn rename(&mut self, name: &str) {
        if self.says(name).is_none() {
            let (first, last) = parted(name);
            let part = |text: &str| Name::try_from(text.to_owned()).ok();
            (self.first_name, self.last_name) = (part(first), part(last));
        }
    }

    /// The first and last name that it parts this name into; none if it says another, or one of them only.
    fn says(&self, name: &str) -> Option<(&str, &str)> {
        let (first, last) = self.first_name.as_ref().zip(self.last_name.as_ref())?;
        let parts = (first.as_str(), last.as_str());
        (name.trim() == format!("{first} {last}")).then_some(parts)
    }
}

/// First and last name of somebody of whom only the whole name is known: it is parted at its first space.
#[must_use]
pub fn parted(name: &str) -> (&str, &str) {
    name.trim().split_once(' ').unwrap_or((name.trim(), ""))
}

/// First and last name of somebody of this name. Others may have changed it since they said how it is parted: what their record
/// says holds.
fn names<'a>(name: &'a str, profile: Option<&'a Profile>) -> (&'a str, &'a str) {
    profile.and_then(|profile| profile.says(name)).unwrap_or_else(|| parted(name))
}

/// Which of the fields that are required of a contact (G20) are yet to be said, by somebody of this name. Their address and
/// their employer are in the vendor's record of them from the beginning; of their name, the record may have a part only.
#[must_use]
pub fn missing(name: &str, profile: Option<&Profile>) -> Vec<&'static str> {
    let (first, last) = names(name, profile);
    let has_country = profile.is_some_and(|profile| profile.details.country.is_some());
    let fields =
        [("first_name", !first.is_empty()), ("last_name", !last.is_empty()), ("country", has_country)];
    fields.into_iter().filter_map(|(field, is_said)| (!is_said).then_some(field)).collect()
}

/// The fields of a profile as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Typed {
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Code of the country.
    pub country: String,
    /// Job title.
    pub job_title: String,
    /// Telephone number.
    pub phone: String,
    /// Street and number.
    pub address: String,
    /// Postcode.
    pub postcode: String,
    /// City.
    pub city: String,
    /// Code of the language.
    pub language: String,
    /// IANA name of the time zone.
    pub zone: String,
    /// The revision of the record that the form was filled in on; nothing for whatever is stored.
    pub revision: Option<u32>,
}

/// A profile with the settings that go with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Details {
    /// The name shown beside what they do.
    pub name: String,
    /// What they say of themselves.
    pub profile: Profile,
    /// The language of their pages and mails.
    pub language: Language,
    /// IANA name of the time zone their times are shown in.
    pub zone: String,
}

impl Typed {
    /// What the fields say of somebody of this name, of whom this is known.
    #[must_use]
    pub fn of(name: &str, profile: Option<&Profile>, language: Language, zone: &str, revision: u32) -> Self {
        let (first, last) = names(name, profile);
        let details = profile.map(|profile| profile.details.values());
        let [country, job_title, phone, address, postcode, city] = details.unwrap_or_default();
        Self {
            first_name: first.to_owned(),
            last_name: last.to_owned(),
            country,
            job_title,
            phone,
            address,
            postcode,
            city,
            language: language.code().to_owned(),
            zone: zone.to_owned(),
            revision: Some(revision),
        }
    }

    /// The details, or what is wrong with them. A contact must name a country (G20).
    ///
    /// # Errors
    /// Every flaw, each beside its field.
    pub fn details(&self, is_contact: bool) -> Result<Details, Flaws> {
        let mut flaws = Flaws::default();
        let first_name: Option<Name> = flaws.required("first_name", &self.first_name);
        let last_name: Option<Name> = flaws.required("last_name", &self.last_name);
        if is_contact && self.country.trim().is_empty() {
            flaws.add("country", Flaw::Required);
        }
        let said = [&self.country, &self.job_title, &self.phone, &self.address, &self.postcode, &self.city];
        let details = ContactDetails::read(said.map(String::as_str), &mut flaws);
        let language = flaws.take("language", Language::chosen(&self.language));
        let zone = flaws.take("zone", zone(&self.zone));
        match (first_name, last_name, language, zone) {
            (Some(first_name), Some(last_name), Some(language), Some(zone)) if flaws.is_empty() => {
                let name = format!("{first_name} {last_name}");
                let (first_name, last_name) = (Some(first_name), Some(last_name));
                let profile = Profile { first_name, last_name, details };
                Ok(Details { name, profile, language, zone })
            }
            _ => Err(flaws),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> Typed {
        Typed {
            country: "BE".into(),
            ..Typed::of("Ilse Vanden Broeck", None, Language::Nl, "Europe/Brussels", 3)
        }
    }

    /// G20: first name, last name and country are required; the rest is not.
    #[test]
    fn g20_what_is_required_is_said_field_by_field() {
        let details = typed().details(true).expect("it is complete");
        assert_eq!(details.name, "Ilse Vanden Broeck");
        let again = Typed::of(&details.name, Some(&details.profile), details.language, &details.zone, 3);
        assert_eq!(again, typed());

        let nothing = Typed::default().details(true).expect_err("nothing is filled in");
        let fields: Vec<&str> = nothing.iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["first_name", "last_name", "country", "language", "zone"]);
        let engineer = Typed { country: String::new(), ..typed() };
        assert!(engineer.details(true).is_err() && engineer.details(false).is_ok());
    }

    /// G17, G20: what a record made by the vendor does not say is yet to be said by the contact.
    #[test]
    fn g20_what_is_yet_to_be_said_is_named() {
        assert_eq!(missing("Ilse Vanden Broeck", None), ["country"]);
        assert_eq!(missing("Plato", None), ["last_name", "country"]);
        assert_eq!(missing(" ", None), ["first_name", "last_name", "country"]);
        let profile = typed().details(true).expect("it is complete").profile;
        assert_eq!(missing("Ilse Vanden Broeck", Some(&profile)), [""; 0]);
        assert_eq!(missing("Plato", Some(&profile)), ["last_name"], "it says how another name is parted");
        let nowhere = Profile { details: ContactDetails::default(), ..profile };
        assert_eq!(missing("Ilse Vanden Broeck", Some(&nowhere)), ["country"]);
    }

    /// A10, G19: how somebody parts their name holds for that name; what an administrator has made of it is theirs from then on.
    #[test]
    fn a10_a_name_that_others_changed_stays() {
        let own = Typed { first_name: "Ilse Marie".into(), last_name: "Broeck".into(), ..typed() };
        let details = own.details(true).expect("it is complete");
        let parts = |name: &str, profile: &Profile| {
            let typed = Typed::of(name, Some(profile), Language::Nl, "UTC", 4);
            (typed.first_name, typed.last_name)
        };
        let both = |first: &str, last: &str| (first.to_owned(), last.to_owned());
        let mut profile = details.profile;
        assert_eq!(parts("Ilse Marie Broeck", &profile), both("Ilse Marie", "Broeck"), "as she says it");
        assert_eq!(parts("Ilse Maes", &profile), both("Ilse", "Maes"));
        profile.rename("Ilse Marie Broeck");
        assert_eq!(profile.first_name.as_ref().map(Name::as_str), Some("Ilse Marie"), "it is her name still");
        profile.rename("Ilse Maes");
        assert_eq!(profile.last_name.as_ref().map(Name::as_str), Some("Maes"));
        profile.rename("Plato");
        assert_eq!((parts("Plato", &profile), profile.last_name), (both("Plato", ""), None));
    }

    #[test]
    fn a_name_that_cannot_be_parted_leaves_the_last_name_to_be_said() {
        assert_eq!(parted(" Plato "), ("Plato", ""));
        assert_eq!(parted("Ilse Vanden Broeck"), ("Ilse", "Vanden Broeck"));
    }
}
