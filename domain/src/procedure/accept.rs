//! Whether an answer fits its question.
