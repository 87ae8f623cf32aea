//! Someone who is now and then held back.

use std::{
    pin::Pin,
    task::{Context, Poll},
};

use domain::Error;
use futures::future::BoxFuture;
use rand::{Rng, RngCore, SeedableRng, rngs::StdRng, seq::IndexedRandom};

/// Someone who is held back wherever they wait: for others to be faster.
pub(super) struct HeldBack<'a> {
    acts: BoxFuture<'a, Result<(), Error>>,
    dice: StdRng,
    /// How often they are passed over before they go on.
    rests: u32,
}

impl<'a> HeldBack<'a> {
    /// `later` is who lets the other begin.
    pub(super) fn new(
        acts: BoxFuture<'a, Result<(), Error>>,
        dice: &mut StdRng,
        later: bool,
    ) -> HeldBack<'a> {
        let mut dice = StdRng::seed_from_u64(dice.next_u64());
        let rests = if later { LONG } else { rest(&mut dice) };
        HeldBack { acts, dice, rests }
    }
}

/// About as long as a transaction takes.
const LONG: u32 = 3_000;

/// Mostly none; sometimes about as long as a server takes to answer, or as a transaction takes.
fn rest(dice: &mut StdRng) -> u32 {
    let longest = *[0, 0, 0, 30, 300, LONG].choose(dice).unwrap();
    dice.random_range(0..=longest)
}

impl Future for HeldBack<'_> {
    type Output = Result<(), Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        if self.rests > 0 {
            self.rests -= 1;
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        self.rests = rest(&mut self.dice);
        self.acts.as_mut().poll(context)
    }
}
