//! The door, the menu, and what is about nobody but the one who taps.

use domain::Language;

use super::part::press;

press! {
    /// Buttons for those whom the office does not know yet.
    pub enum DoorPress {
        /// Asks to be let in.
        Join = "join",
    }
}

press! {
    pub enum MenuPress {
        Home = "home",
        /// Which procedures there are.
        New = "new",
        Help = "help",
        /// What is kept of the one who taps.
        Data = "data",
        /// Forgets the answers that are offered to them again.
        Forget = "forget",
        /// How the machine and the office are doing, for administrators.
        State = "state",
        Languages = "languages",
        Language(language: Language) = "language:",
        /// Pins the card of the newest request, or pins none.
        Pin = "pin",
        PinNot = "pin-not",
        /// Shows where one is in a list; does nothing.
        Nothing = "nothing",
    }
}
