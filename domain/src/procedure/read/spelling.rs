//! What a mistyped word was probably meant to be.

/// The candidate that differs from the word by few letters, or begins with it.
pub(crate) fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let allowed = 1 + word.chars().count() / 6;
    let slips = |candidate: &str| match distance(word, candidate) {
        few if few <= allowed => Some(few),
        _ if word.len() > 3 && candidate.starts_with(word) => Some(allowed + 1),
        _ => None,
    };
    candidates
        .into_iter()
        .filter_map(|candidate| slips(candidate).map(|slips| (slips, candidate)))
        .min()
        .map(|(_, candidate)| candidate)
}

/// How many letters must be added, dropped, replaced or swapped with their neighbour to get from one
/// word to the other.
fn distance(from: &str, to: &str) -> usize {
    let (from, to): (Vec<char>, Vec<char>) = (from.chars().collect(), to.chars().collect());
    // `slips[i][j]`: from the first i letters of the one to the first j letters of the other.
    let mut slips = vec![vec![0; to.len() + 1]; from.len() + 1];
    for i in 0..=from.len() {
        for j in 0..=to.len() {
            slips[i][j] = match (i, j) {
                (0, more) | (more, 0) => more,
                _ => {
                    let replaced = slips[i - 1][j - 1] + usize::from(from[i - 1] != to[j - 1]);
                    replaced.min(slips[i - 1][j] + 1).min(slips[i][j - 1] + 1)
                }
            };
            if i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1] {
                slips[i][j] = slips[i][j].min(slips[i - 2][j - 2] + 1);
            }
        }
    }
    slips[from.len()][to.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_the_finger_is_understood() {
        let keys = ["performer", "activity", "title", "code", "to"];
        assert_eq!(nearest("perfomer", keys), Some("performer"));
        assert_eq!(nearest("aktivity", keys), Some("activity"));
        assert_eq!(nearest("titel", keys), Some("title"));
        assert_eq!(nearest("perf", keys), Some("performer"));
        assert_eq!(nearest("note", keys), None);
    }
}
