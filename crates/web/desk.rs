//! The live generation of an index, and the threads that read it.

use std::ops::Deref;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Duration;

use glane_dossier::{Dossier, Excerpt, Store};
use glane_index::{Index, OpenError};
use glane_query::Shelf;
use tokio::sync::Semaphore;
use tokio::time::timeout;

use crate::server::Config;
use crate::trouble::Trouble;

/// What every page is made from.
#[derive(Debug)]
pub(crate) struct Desk {
    dir: PathBuf,
    store: Store,
    open: Mutex<Option<Arc<Open>>>,
    turns: Arc<Semaphore>,
    patience: Duration,
}

/// One generation of the index.
pub(crate) struct Open {
    /// The index, as it was published.
    pub(crate) index: Index,
    shelf: OnceLock<Shelf>,
}

impl Open {
    /// What can be gone through without a query, read when it is first asked for.
    pub(crate) fn shelf(&self) -> Result<&Shelf, Trouble> {
        if let Some(shelf) = self.shelf.get() {
            return Ok(shelf);
        }
        let shelf = Shelf::read(&self.index)?;
        Ok(self.shelf.get_or_init(|| shelf))
    }
}

/// What one page is made from.
pub(crate) struct View {
    open: Arc<Open>,
    /// Where the reader's excerpts are.
    pub(crate) store: Store,
}

impl Deref for View {
    type Target = Open;

    fn deref(&self) -> &Open {
        &self.open
    }
}

impl View {
    /// The reader's excerpts. A page that only counts them is shown without where they cannot be
    /// read: the dossier's own page tells why.
    pub(crate) fn kept(&self) -> Kept {
        Kept(self.store.read().ok())
    }
}

/// The reader's excerpts, where they can be read.
pub(crate) struct Kept(Option<Dossier>);

impl Kept {
    /// How many there are.
    pub(crate) fn count(&self) -> Option<usize> {
        self.0.as_ref().map(|dossier| dossier.excerpts.len())
    }

    /// The excerpt of a section.
    pub(crate) fn of(&self, section: &str) -> Option<&Excerpt> {
        self.0.as_ref().and_then(|dossier| dossier.holding(section))
    }
}

impl std::fmt::Debug for Open {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "generation {}", self.index.status().generation)
    }
}

impl Desk {
    /// Opens nothing yet: an index that is not there is told on each page.
    pub(crate) fn new(config: &Config) -> Desk {
        Desk {
            dir: config.index.clone(),
            store: config.dossier.clone(),
            open: Mutex::new(None),
            turns: Arc::new(Semaphore::new(config.threads.max(1))),
            patience: config.patience,
        }
    }

    /// Lets `make` make a page on a thread of its own, when its turn comes.
    ///
    /// A page that takes too long is not waited for, but its thread stays taken until it ends, so
    /// that slow pages cannot take more than their number of threads.
    pub(crate) async fn make<T: Send + 'static>(
        self: &Arc<Desk>,
        make: impl FnOnce(&View) -> Result<T, Trouble> + Send + 'static,
    ) -> Result<T, Trouble> {
        self.on_a_thread(|desk| make(&View { open: desk.open()?, store: desk.store.clone() })).await
    }

    /// Lets `work` work on a thread of its own, on the dossier alone: it outlives the index.
    pub(crate) async fn keep<T: Send + 'static>(
        self: &Arc<Desk>,
        work: impl FnOnce(&Store) -> Result<T, Trouble> + Send + 'static,
    ) -> Result<T, Trouble> {
        self.on_a_thread(|desk| work(&desk.store)).await
    }

    async fn on_a_thread<T: Send + 'static>(
        self: &Arc<Desk>,
        work: impl FnOnce(&Desk) -> Result<T, Trouble> + Send + 'static,
    ) -> Result<T, Trouble> {
        let turn = timeout(self.patience, Arc::clone(&self.turns).acquire_owned());
        let turn = turn.await.map_err(|_| Trouble::Crowded)?.map_err(|_| Trouble::Crowded)?;
        let desk = Arc::clone(self);
        let page = tokio::task::spawn_blocking(move || {
            // Given back however the page ends.
            let _turn = turn;
            work(&desk)
        });
        match timeout(self.patience, page).await {
            Ok(Ok(page)) => page,
            Ok(Err(_)) => Err(Trouble::Broken),
            Err(_) => Err(Trouble::TooLong),
        }
    }

    /// The live generation; the one before, where that cannot be opened.
    fn open(&self) -> Result<Arc<Open>, Trouble> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(current) = open.as_ref().filter(|open| !open.index.is_outdated()) {
            return Ok(Arc::clone(current));
        }
        match (Index::open(&self.dir), open.as_ref()) {
            (Ok(index), _) => {
                let opened = Arc::new(Open { index, shelf: OnceLock::new() });
                *open = Some(Arc::clone(&opened));
                Ok(opened)
            }
            (Err(_), Some(before)) => Ok(Arc::clone(before)),
            (Err(OpenError::Missing { .. }), None) if Index::is_being_built(&self.dir) => {
                Err(Trouble::Building)
            }
            (Err(error), None) => Err(Trouble::NoIndex(error.to_string())),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    fn desk(threads: usize, patience: u64) -> Arc<Desk> {
        let patience = Duration::from_millis(patience);
        Arc::new(Desk::new(&Config {
            threads,
            patience,
            ..Config::local("nowhere", Store::at("nowhere"))
        }))
    }

    /// A page that ends when told to; it needs no index.
    async fn hold(desk: &Arc<Desk>, until: mpsc::Receiver<()>) -> Result<(), Trouble> {
        desk.on_a_thread(move |_| {
            // Ends too when the test does.
            let _ = until.recv();
            Ok(())
        })
        .await
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn one_slow_page_does_not_hold_the_others() {
        let desk = desk(2, 200);
        let (release, until) = mpsc::channel();
        assert_eq!(hold(&desk, until).await, Err(Trouble::TooLong));
        assert_eq!(desk.on_a_thread(|_| Ok(1)).await, Ok(1));
        drop(release);
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn pages_beyond_the_number_of_threads_are_told_to_come_back() {
        let desk = desk(1, 100);
        let (release, until) = mpsc::channel();
        assert_eq!(hold(&desk, until).await, Err(Trouble::TooLong));
        assert_eq!(desk.on_a_thread(|_| Ok(1)).await, Err(Trouble::Crowded));
        drop(release);
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_page_that_panics_costs_itself_only() {
        let desk = desk(1, 5_000);
        let broken = desk.on_a_thread(|_| -> Result<(), Trouble> { panic!("on purpose") }).await;
        assert_eq!(broken, Err(Trouble::Broken));
        assert_eq!(desk.on_a_thread(|_| Ok(1)).await, Ok(1));
    }
}
