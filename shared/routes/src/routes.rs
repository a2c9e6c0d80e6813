//! The routes, by area: `functions` has a crate for each.

mod access;
mod accounts;
mod attachments;
mod cases;
mod desk;
mod drafts;
mod forms;
mod home;
mod profile;
mod public;
mod records;
mod search;
mod settings;

use crate::route::Route;

const AREAS: &[&[Route]] = &[
    public::ROUTES,
    accounts::ROUTES,
    home::ROUTES,
    profile::ROUTES,
    cases::ROUTES,
    search::ROUTES,
    drafts::ROUTES,
    attachments::ROUTES,
    access::ROUTES,
    desk::ROUTES,
    records::ROUTES,
    forms::ROUTES,
    settings::ROUTES,
];

const COUNT: usize = {
    let (mut count, mut area) = (0, 0);
    while area < AREAS.len() {
        count += AREAS[area].len();
        area += 1;
    }
    count
};

const ALL: [Route; COUNT] = {
    let mut all = [AREAS[0][0]; COUNT];
    let (mut at, mut area) = (0, 0);
    while area < AREAS.len() {
        let (routes, mut route) = (AREAS[area], 0);
        while route < routes.len() {
            all[at] = routes[route];
            at += 1;
            route += 1;
        }
        area += 1;
    }
    all
};

/// Every route.
pub const ROUTES: &[Route] = &ALL;
