//! What people see of what is kept of them, and of nobody else.

use insta::assert_snapshot;
use tests::{cast, play, play_on_both, stage::hosting};

play_on_both! {
    /// A contact person looks at their data, forgets what is remembered, and finds the way by Help too.
    async fn people_see_what_is_kept_of_them(world) {
        let yudi = world.person(cast::YUDI).await;
        hosting::submit(&yudi).await;
        let sari = world.person(cast::SARI).await;
        sari.says("/data").await;
        hosting::submit(&sari).await;
        sari.says("/bantuan").await;
        let then = sari.now();
        sari.taps("Data Saya").await;
        sari.taps("Lupakan Jawaban Saya").await;
        sari.taps("Menu").await;
        assert_snapshot!("own_data_sari", sari.chat_since(then));
        assert!(!sari.chat().contains("Yudi") && !sari.chat().contains("Dishub"), "{}", sari.chat());
        sari.forges(None, "forget").await;
        yudi.says("/data").await;
        assert!(yudi.sees_button("Lupakan Jawaban Saya"), "hers were forgotten, his were not");
    }
}

play! {
    /// In English, and for staff.
    async fn staff_see_their_data_in_english(world) {
        let arif = world.person_speaking(cast::ARIF, "en").await;
        let sari = world.person(cast::SARI).await;
        hosting::submit(&sari).await;
        sari.says("/bahasa").await;
        sari.taps("English").await;
        let then = (arif.now(), sari.now());
        arif.says("/data").await;
        sari.says("/data").await;
        sari.taps("Forget My Answers").await;
        assert_snapshot!("own_data_arif_in_english", arif.chat_since(then.0));
        assert_snapshot!("own_data_sari_in_english", sari.chat_since(then.1));
    }
}
