//! The names of countries, from Unicode CLDR 48 (Unicode License v3), in each language's own order.

use caseport_domain::country::Country;

use crate::{Language, Tr};

impl Tr {
    /// All countries with their names, in the order of a dictionary.
    pub fn countries(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let file = match self.language() {
            Language::En => include_str!("../countries/en.tsv"),
            Language::Nl => include_str!("../countries/nl.tsv"),
            Language::Fr => include_str!("../countries/fr.tsv"),
        };
        file.lines().filter_map(|line| line.split_once('\t'))
    }

    /// The name of a country.
    #[must_use]
    pub fn country(self, country: Country) -> &'static str {
        let found = self.countries().find(|(code, _)| *code == country.code());
        found.map_or(country.code(), |(_, name)| name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_has_a_name_in_every_language() {
        for language in Language::ALL {
            let tr = Tr::new(language);
            let mut codes: Vec<&str> = tr.countries().map(|(code, _)| code).collect();
            codes.sort_unstable();
            assert!(codes.into_iter().eq(Country::all().map(Country::code)), "{}", language.code());
            assert!(tr.countries().all(|(code, name)| name.len() > 3 && name != code));
        }
        let belgium = Country::try_from("BE".to_owned()).unwrap();
        assert_eq!(
            Language::ALL.map(|language| Tr::new(language).country(belgium)),
            ["Belgium", "België", "Belgique"]
        );
    }
}
