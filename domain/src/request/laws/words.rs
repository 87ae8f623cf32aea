//! Random procedures say whatever a file can say.

use proptest::{
    strategy::{Strategy, ValueTree},
    test_runner::TestRunner,
};

use super::random::plan;

/// A word that no random procedure uses is under no law.
#[test]
fn random_procedures_use_every_word() {
    let mut runner = TestRunner::deterministic();
    let mut told = String::new();
    for _ in 0..120 {
        let plan = plan().new_tree(&mut runner).unwrap().current();
        told += &plan.text;
    }
    let never = |word: &&str| !told.contains(*word);
    let missing: Vec<&str> = [
        "window = ",
        "names = [\"kendaraan\"",
        "from = \"mulai + 30 menit\"",
        "pair = ",
        "among = ",
        "must = ",
        "rests = ",
        "exact = true",
        "by = \"clock\"",
        "\nfrom = \"mulai\"",
        "before = \"1 hari\"",
        "decided = ",
        "retire = ",
        "expires = [",
        "amend = ",
        "time-when = ",
        "quorum = ",
    ]
    .into_iter()
    .filter(never)
    .collect();
    assert_eq!(missing, [""; 0]);
}
