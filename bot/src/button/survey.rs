//! Buttons of the survey.

use super::part::press;

press! {
    pub enum SurveyPress {
        /// What is said to the question at a place: 1 to 4.
        Grade { survey: String, place: usize, grade: usize } = "survey:",
        /// Nothing more is answered.
        Pass(survey: String) = "nosurvey:",
    }
}
