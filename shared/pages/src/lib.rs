//! The portal's pages: view models that are JSON and render themselves as HTML.
//!
//! A handler builds a view from domain values and answers with it; [`Page::render`] takes a [`Chrome`], so no
//! page can be rendered without its language, its time zone and its CSRF token.

mod access;
mod archive;
pub mod assets;
mod assign;
mod attached;
mod callers;
mod case_elsewhere;
mod case_list;
mod case_page;
mod chrome;
mod contact;
mod continued;
mod desk;
mod drafts;
mod entrance;
mod form;
pub mod forms;
mod home;
mod kept;
mod list_filter;
mod listing;
pub mod menu;
mod notice;
mod open_form;
mod open_values;
mod profile;
mod questions;
pub mod records;
mod remote_support;
mod search;
pub mod settings;
mod sheet_part;
mod sign_in;
mod sign_in_code;
mod standard;
mod text;

use serde::Serialize;

pub use access::{
    AbilityRow, AccessPage, AccessQueue, AccessRequestPage, AccessValues, ConfirmationView, ContactForm,
    Deed, LoginForm, LoginValues, PrimePage, RequestView, Soon,
};
pub use archive::ArchivePage;
pub use assign::AssignPage;
pub use attached::Attached;
pub use callers::{Caller, Callers, Check};
pub use case_elsewhere::CaseElsewhere;
pub use case_list::CaseList;
pub use case_page::{
    Attempt, By, CasePage, CaseValues, Entry, Facts, File, Mail, Mailing, ObserverView, OutsiderView, Post,
    Tab, Update,
};
pub use caseport_i18n::Language;
pub use chrome::{Chrome, Done};
pub use contact::ContactPage;
pub use continued::Continue;
pub use desk::Desk;
pub use drafts::{DraftLine, DraftList, DraftUnsaved, DraftView};
pub use entrance::{
    Activate, Ask, Asked, EmailAnswered, EmailLink, EmailOutcome, Follow, LinkGone, Mailed, NewPassword,
    Puzzle, Register, RegisterValues, Rules, Unsubscribe,
};
pub use home::{Home, HomeContact, foremost};
pub use kept::{KeptForm, local};
pub use list_filter::ListFilter;
pub use listing::{Listing, SHEET_LINES, case_sheet};
pub use notice::Notice;
pub use open_form::OpenForm;
pub use open_values::OpenValues;
pub use profile::{
    DataPage, EmailPage, Export, ExportAccount, ExportCase, ExportCompany, ExportEntry, ExportMail,
    ExportSession, MadeToken, NotificationsPage, NotificationsTyped, PasswordPage, PendingEmail, PinPage,
    ProfilePage, RulesPage, SessionLine, Sessions, TokenLine, TokenValues, Tokens, TwoFactor,
};
pub use remote_support::RemoteSupport;
pub use search::{FoundCase, Search};
pub use sheet_part::SheetPart;
pub use sign_in::{SignIn, SignInProblem};
pub use sign_in_code::SignInCode;

/// A page: its serialization is the JSON at its address.
pub trait Page: Serialize {
    /// The page as HTML.
    fn render(&self, chrome: &Chrome<'_>) -> String;
}

/// Ties a view to its template, which sees it as `page` beside `chrome` and `tr`.
macro_rules! page {
    ($view:ident $(<$life:lifetime>)?, $template:tt) => {
        const _: () = {
            #[derive(askama::Template)]
            #[template(path = $template)]
            struct Html<'a> {
                page: &'a $view $(<$life>)?,
                chrome: &'a $crate::Chrome<'a>,
                tr: caseport_i18n::Tr,
            }

            impl $(<$life>)? $crate::Page for $view $(<$life>)? {
                fn render(&self, chrome: &$crate::Chrome<'_>) -> String {
                    use askama::Template as _;
                    let html = Html { page: self, chrome, tr: chrome.tr() };
                    html.render().expect("writing to memory does not fail")
                }
            }
        };
    };
}
pub(crate) use page;
