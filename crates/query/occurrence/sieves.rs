//! What the readers of a walk know of the words that it does not look for.

use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Mutex, PoisonError};

use glane_analysis::Sieve;

/// Sieves for the same words, of which each thread borrows one: they learn as they are used.
pub(super) struct Sieves {
    /// One that has learnt nothing.
    fresh: Sieve,
    idle: Mutex<Vec<Sieve>>,
}

/// A sieve that is borrowed.
pub(super) struct Lent {
    from: Arc<Sieves>,
    sieve: Sieve,
}

impl Sieves {
    /// Sieves like this one.
    pub(super) fn new(fresh: Sieve) -> Sieves {
        Sieves { fresh, idle: Mutex::default() }
    }

    /// Lends one.
    pub(super) fn lend(self: &Arc<Sieves>) -> Lent {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        Lent { from: Arc::clone(self), sieve: idle.unwrap_or_else(|| self.fresh.clone()) }
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        let sieve = std::mem::replace(&mut self.sieve, self.from.fresh.clone());
        self.from.idle.lock().unwrap_or_else(PoisonError::into_inner).push(sieve);
    }
}

impl Deref for Lent {
    type Target = Sieve;

    fn deref(&self) -> &Sieve {
        &self.sieve
    }
}

impl DerefMut for Lent {
    fn deref_mut(&mut self) -> &mut Sieve {
        &mut self.sieve
    }
}
