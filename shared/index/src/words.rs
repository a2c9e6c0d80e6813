//! What counts as a word, and which forms of it are the same.

use std::collections::{BTreeMap, BTreeSet};

use frostem::{Algorithm, Stemmer};
use tantivy::tokenizer::{
    AsciiFoldingFilter, LowerCaser, RemoveLongFilter, SimpleTokenizer, TextAnalyzer, Token, TokenFilter,
    TokenStream, Tokenizer,
};

/// The name under which an index knows how its texts become words.
pub(crate) const ANALYZER: &str = "words";

/// Longer words, in bytes, are nothing that anybody looks for.
const LONGEST: usize = 60;

/// The languages of the portal.
const LANGUAGES: [Algorithm; 3] = [Algorithm::English, Algorithm::Dutch, Algorithm::French];

/// From a text to its words: runs of letters and digits, in lower case and without accents, each with its stems.
///
/// Why stems of all three languages at once: nobody says in which of them a case is written, and often it is more than one.
/// What is looked for becomes the same forms, so that each language's words meet in their own stem.
pub(crate) fn analyzer() -> TextAnalyzer {
    TextAnalyzer::builder(SimpleTokenizer::default())
        .filter(RemoveLongFilter::limit(LONGEST))
        .filter(LowerCaser)
        .filter(Stems)
        // The stemmers know accents: they go last.
        .filter(AsciiFoldingFilter)
        .build()
}

/// The words of what is looked for, each once, as the forms that stand for it.
pub(crate) fn forms(text: &str) -> BTreeSet<BTreeSet<String>> {
    let mut analyzer = analyzer();
    let mut stream = analyzer.token_stream(text);
    let mut words: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    while let Some(token) = stream.next() {
        words.entry(token.position).or_default().insert(token.text.clone());
    }
    words.into_values().collect()
}

/// Puts the stems of a word beside it.
#[derive(Clone, Copy, Debug)]
struct Stems;

#[derive(Clone)]
struct StemTokenizer<T> {
    inner: T,
}

struct StemStream<T> {
    inner: T,
    stemmers: [Stemmer; LANGUAGES.len()],
    /// The forms of the word at hand; the last one is shown.
    forms: Vec<Token>,
}

impl TokenFilter for Stems {
    type Tokenizer<T: Tokenizer> = StemTokenizer<T>;

    fn transform<T: Tokenizer>(self, inner: T) -> StemTokenizer<T> {
        StemTokenizer { inner }
    }
}

impl<T: Tokenizer> Tokenizer for StemTokenizer<T> {
    type TokenStream<'a> = StemStream<T::TokenStream<'a>>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Self::TokenStream<'a> {
        let stemmers = LANGUAGES.map(Stemmer::new);
        StemStream { inner: self.inner.token_stream(text), stemmers, forms: Vec::new() }
    }
}

impl<T: TokenStream> TokenStream for StemStream<T> {
    fn advance(&mut self) -> bool {
        self.forms.pop();
        if self.forms.is_empty() {
            if !self.inner.advance() {
                return false;
            }
            let word = self.inner.token();
            self.forms.push(word.clone());
            for stemmer in &self.stemmers {
                let stem = stemmer.stem(&word.text).into_owned();
                if !stem.is_empty() && !self.forms.iter().any(|form| form.text == stem) {
                    self.forms.push(Token { text: stem, ..word.clone() });
                }
            }
        }
        true
    }

    fn token(&self) -> &Token {
        self.forms.last().unwrap_or_else(|| self.inner.token())
    }

    fn token_mut(&mut self) -> &mut Token {
        self.forms.last_mut().unwrap_or_else(|| self.inner.token_mut())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether who looks for the one word finds the other.
    fn meet(one: &str, other: &str) -> bool {
        let only = |text: &str| forms(text).into_iter().next().unwrap();
        !only(one).is_disjoint(&only(other))
    }

    #[test]
    fn words_of_each_language_meet_in_their_stem() {
        // English, Dutch, French.
        for (one, other) in [
            ("connection", "connections"),
            ("restarting", "restarted"),
            ("storing", "storingen"),
            ("netwerk", "netwerken"),
            ("imprimante", "imprimantes"),
            ("connexion", "connexions"),
        ] {
            assert!(meet(one, other), "{one} and {other}: {:?} {:?}", forms(one), forms(other));
        }
        assert!(!meet("printer", "network"));
    }

    #[test]
    fn neither_case_nor_accents_matter() {
        for (one, other) in [("Réseau", "reseau"), ("GEÏNSTALLEERD", "geinstalleerd"), ("École", "ecole")]
        {
            assert!(meet(one, other), "{one} and {other}");
        }
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        assert_eq!(forms("l'imprimante, n° 7 (agent_v2.log)").len(), 7);
        assert_eq!(forms("again AGAIN again!").len(), 1);
        assert!(forms("+-\"*:(){}[]^~\\/ ?").is_empty(), "nothing of this means anything");
        assert!(forms(&"x".repeat(LONGEST + 1)).is_empty());
    }
}
