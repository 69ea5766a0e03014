//! Work on all cores whose results come out in the order that it went in.

use std::io;
use std::num::NonZeroUsize;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// How many items for each thread may be in the making or wait for an earlier one: this bounds memory.
const AHEAD: usize = 16;

/// As many threads as this machine has cores for.
pub fn cores() -> NonZeroUsize {
    thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
}

/// Does what `worker` makes for each thread on every item, on so many threads, and hands the results to `take` in the items' order.
///
/// However long the items go on, only a bounded number of them is held at a time.
///
/// # Errors
/// The first error of `take`, after which no further item is asked for.
///
/// # Panics
/// When `worker` does, after the results of the items before have been taken.
pub fn in_order<I: Send, O: Send, W: FnMut(I) -> O>(
    jobs: NonZeroUsize,
    items: impl Iterator<Item = I> + Send,
    worker: impl Fn() -> W + Sync,
    mut take: impl FnMut(O) -> io::Result<()>,
) -> io::Result<()> {
    let bound = jobs.get() * AHEAD;
    let (queue, waiting) = sync_channel::<(I, SyncSender<O>)>(bound);
    // Each item leaves a promise of its result; the promises stand in the items' order.
    let (order, promised) = sync_channel::<Receiver<O>>(bound);
    // Only the workers hold on to what waits: when none is left, handing out ends.
    let all_waiting = Arc::new(Mutex::new(waiting));
    let worker = &worker;
    thread::scope(|scope| {
        scope.spawn(move || hand_out(items, &queue, &order));
        for _ in 0..jobs.get() {
            let waiting = Arc::clone(&all_waiting);
            scope.spawn(move || {
                let mut work = worker();
                while let Some((item, result)) = next(&waiting) {
                    // Nobody waits for it any more when `take` has failed.
                    let _ = result.send(work(item));
                }
            });
        }
        drop(all_waiting);
        let broken = |_| io::Error::other("a worker broke off");
        promised.into_iter().try_for_each(|promise| take(promise.recv().map_err(broken)?))
    })
}

/// Queues every item with a promise of its result, until nobody takes them.
fn hand_out<I, O>(
    items: impl Iterator<Item = I>,
    queue: &SyncSender<(I, SyncSender<O>)>,
    order: &SyncSender<Receiver<O>>,
) {
    for item in items {
        let (result, promise) = sync_channel(1);
        if order.send(promise).is_err() || queue.send((item, result)).is_err() {
            return;
        }
    }
}

fn next<T>(waiting: &Mutex<Receiver<T>>) -> Option<T> {
    waiting.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::num::NonZeroUsize;
    use std::panic::{AssertUnwindSafe, catch_unwind};
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::{AHEAD, in_order};

    /// Works the longer, the earlier the item: results are ready in the wrong order.
    fn slow_square(item: u64) -> u64 {
        std::hint::black_box((0..(200 - item) * 500).sum::<u64>());
        item * item
    }

    #[test]
    fn results_keep_the_order_whatever_the_number_of_threads() {
        let wanted: Vec<u64> = (0..200).map(|item| item * item).collect();
        for jobs in [1, 2, 7] {
            let mut taken = Vec::new();
            let jobs = NonZeroUsize::new(jobs).unwrap();
            in_order(
                jobs,
                0..200,
                || slow_square,
                |result| {
                    taken.push(result);
                    Ok(())
                },
            )
            .unwrap();
            assert_eq!(taken, wanted, "{jobs} threads");
        }
    }

    #[test]
    fn no_more_items_are_held_than_promised() {
        let (asked, mut taken, mut most) = (AtomicUsize::new(0), 0, 0);
        let items = (0..10_000).inspect(|_| {
            asked.fetch_add(1, Ordering::SeqCst);
        });
        let take = |_| {
            most = most.max(asked.load(Ordering::SeqCst) - taken);
            taken += 1;
            Ok(())
        };
        in_order(NonZeroUsize::MIN, items, || |item| item, take).unwrap();
        // The one that is taken, the one that is handed out, and one between the two queues.
        assert!(most <= AHEAD + 3, "{most} items");
    }

    #[test]
    fn a_worker_that_breaks_off_ends_items_without_end() {
        for jobs in [1, 3] {
            let jobs = NonZeroUsize::new(jobs).unwrap();
            let mut taken = 0;
            let take = |()| {
                taken += 1;
                Ok(())
            };
            let work = || |item| assert!(item != 40 && item < 50, "{item}");
            let ended = catch_unwind(AssertUnwindSafe(|| in_order(jobs, 0.., work, take)));
            assert!(ended.is_err() && taken == 40, "{taken}");
        }
    }

    #[test]
    fn an_error_ends_items_without_end() {
        let full = |item| if item < 100 { Ok(()) } else { Err(io::Error::from(io::ErrorKind::StorageFull)) };
        let ended = in_order(NonZeroUsize::MIN, 0.., || |item| item, full);
        assert_eq!(ended.map_err(|why| why.kind()), Err(io::ErrorKind::StorageFull));
    }
}
