//! Phones in the browser.
