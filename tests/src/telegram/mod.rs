//! A strict fake of the Bot API.
