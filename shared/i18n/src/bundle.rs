//! The language files, read once per language and only when asked for.

use std::borrow::Cow;
use std::sync::OnceLock;

use caseport_domain::person::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use intl_memoizer::concurrent::IntlLangMemoizer;

use crate::number;

type Bundle = FluentBundle<FluentResource>;
type NumberFormat = fn(&FluentValue<'_>, &IntlLangMemoizer) -> Option<String>;

macro_rules! files {
    ($language:literal) => {
        &[
            include_str!(concat!("../locales/", $language, "/common.ftl")),
            include_str!(concat!("../locales/", $language, "/access.ftl")),
            include_str!(concat!("../locales/", $language, "/access-letters.ftl")),
            include_str!(concat!("../locales/", $language, "/accounts.ftl")),
            include_str!(concat!("../locales/", $language, "/cases.ftl")),
            include_str!(concat!("../locales/", $language, "/contact.ftl")),
            include_str!(concat!("../locales/", $language, "/desk.ftl")),
            include_str!(concat!("../locales/", $language, "/drafts.ftl")),
            include_str!(concat!("../locales/", $language, "/email.ftl")),
            include_str!(concat!("../locales/", $language, "/entrance.ftl")),
            include_str!(concat!("../locales/", $language, "/flaws.ftl")),
            include_str!(concat!("../locales/", $language, "/forms.ftl")),
            include_str!(concat!("../locales/", $language, "/letters.ftl")),
            include_str!(concat!("../locales/", $language, "/lists.ftl")),
            include_str!(concat!("../locales/", $language, "/home.ftl")),
            include_str!(concat!("../locales/", $language, "/mail.ftl")),
            include_str!(concat!("../locales/", $language, "/marks.ftl")),
            include_str!(concat!("../locales/", $language, "/notifications.ftl")),
            include_str!(concat!("../locales/", $language, "/outside.ftl")),
            include_str!(concat!("../locales/", $language, "/search.ftl")),
            include_str!(concat!("../locales/", $language, "/security.ftl")),
            include_str!(concat!("../locales/", $language, "/profile.ftl")),
            include_str!(concat!("../locales/", $language, "/records.ftl")),
        ]
    };
}

const EN: &[&str] = files!("en");
const NL: &[&str] = files!("nl");
const FR: &[&str] = files!("fr");

/// The message, or its key where there is none: the tests see to it that there always is.
pub fn message(language: Language, key: &str, args: Option<&FluentArgs<'_>>) -> Cow<'static, str> {
    let bundle = bundle(language);
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        debug_assert!(false, "no message {key} in {}", language.code());
        return Cow::Owned(key.to_owned());
    };
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, args, &mut errors);
    debug_assert!(errors.is_empty(), "{key} in {}: {errors:?}", language.code());
    text
}

/// Whether there is such a message.
pub fn has(language: Language, key: &str) -> bool {
    bundle(language).has_message(key)
}

fn bundle(language: Language) -> &'static Bundle {
    static EN_BUNDLE: OnceLock<Bundle> = OnceLock::new();
    static NL_BUNDLE: OnceLock<Bundle> = OnceLock::new();
    static FR_BUNDLE: OnceLock<Bundle> = OnceLock::new();
    match language {
        Language::En => EN_BUNDLE.get_or_init(|| read(language, EN, |n, _| number::grouped(n, ","))),
        Language::Nl => NL_BUNDLE.get_or_init(|| read(language, NL, |n, _| number::grouped(n, "."))),
        Language::Fr => FR_BUNDLE.get_or_init(|| read(language, FR, |n, _| number::grouped(n, "\u{202F}"))),
    }
}

fn read(language: Language, files: &[&str], numbers: NumberFormat) -> Bundle {
    let mut bundle = Bundle::new_concurrent(language.code().parse().into_iter().collect());
    // The isolation marks around arguments are invisible but get copied, searched for and mailed.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(numbers));
    for file in files {
        // A file with an error still gives its good messages; the tests let none pass.
        let resource = FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}
