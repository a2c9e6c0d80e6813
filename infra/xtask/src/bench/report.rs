//! The table that `bench` prints.

use std::iter::once;
use std::time::Duration;

use super::{Measured, Subject};

/// Prints, of each measure, the least and the median of both functions, and how many times the second's median the
/// first's is.
pub fn print(subjects: &[Subject; 2]) {
    let [first, second] = subjects;
    let starts = format!("{} starts of each", first.runs.len());
    eprintln!("\n{starts:<36} {:>21} {:>21}", first.name, second.name);
    eprintln!("{:<36} {:>10} {:>10} {:>10} {:>10} {:>8}", "", "least", "median", "least", "median", "ratio");
    let row = |name: &str, unit: &str, measure: fn(&Measured) -> f64| {
        row(name, unit, subjects.each_ref().map(|subject| subject.runs.iter().map(measure).collect()));
    };
    row("start to ready for a request", "ms", |run| millis(run.ready));
    row("start to first answer", "ms", |run| millis(run.first_answer));
    row("a later answer (median of a run)", "ms", |run| millis(run.later_answer));
    row("processor time of a later answer", "ms", |run| millis(run.cpu_each));
    row("resident memory at the end", "MiB", |run| run.resident_kib / 1024.0);
    self::row("zip", "MiB", subjects.each_ref().map(|subject| once(mebibytes(subject.zip)).collect()));
}

fn row(name: &str, unit: &str, values: [Vec<f64>; 2]) {
    let [(least, median), (other_least, other_median)] = values.map(least_and_median);
    let ratio = median / other_median;
    let name = format!("{name}, {unit}");
    eprintln!(
        "{name:<36} {least:>10.2} {median:>10.2} {other_least:>10.2} {other_median:>10.2} {ratio:>8.2}"
    );
}

fn least_and_median(mut values: Vec<f64>) -> (f64, f64) {
    values.sort_by(f64::total_cmp);
    let at = |index: usize| values.get(index).copied().unwrap_or(f64::NAN);
    (at(0), at(values.len() / 2))
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

#[expect(clippy::cast_precision_loss, reason = "a size for people to read")]
fn mebibytes(bytes: u64) -> f64 {
    bytes as f64 / 1024.0 / 1024.0
}
