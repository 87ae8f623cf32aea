//! What is done to people: who comes, who goes, who stands in for whom. One command for all of it,
//! and one place that says who may.

mod agencies;
mod carry_out;
mod deputies;
mod links;
pub(super) mod requests;

pub use crate::{
    act::{NewMandate, PeopleAct},
    rights::may,
};
pub use carry_out::{Carried, carry_out};
pub use deputies::{keep_mandates, tell_passed};
pub(super) use links::{could_be_made, end_links};
pub(super) use requests::find_waiting;
pub use requests::{adopt, stand_in};
