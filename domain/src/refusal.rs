//! Expected answers of the domain that say no, with the facts in them.
