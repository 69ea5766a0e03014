//! The page's half of the line: owns the workers, restarts one when it dies.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Map, Promise, Uint8Array};
use silang_core::facts::Facts;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, MessageEvent, Worker};
use yew::Callback;

use crate::corrections::Moved;
use crate::engine::protocol::{BUILD, Found, Fresh, Reply, Request, Source};
use crate::engine::queue::{KEEPER, Queue};
use crate::engine::{reply, wire};
use crate::store::object;

/// What comes from the workers.
pub enum Signal {
    /// One answered.
    Answer(Reply),
    /// These were read.
    Read(Vec<Facts>),
    /// This was found, and is worth keeping for the next visit.
    Fresh(Vec<Fresh>),
    /// One died over this request; a new one is on its way.
    Crashed(Option<Request>),
    /// What was read is known no longer, and to be sent again.
    Lost,
    /// None can be started at all, or it is of another build.
    Broken,
}

/// Workers that are started at most; more would take memory from other programs and gain little.
const MOST: usize = 4;

/// Articles that wait to be read while more are taken in: more would only take memory.
const PLENTY: usize = 64;

/// Articles that are told of together while many more wait to be read, as showing them takes time.
const BATCH: usize = 32;

/// Articles whose findings are put into the browser's database together.
const MUCH: usize = 128;

/// One worker.
#[derive(Default)]
struct Station {
    worker: Option<Worker>,
    up: bool,
}

struct Line {
    /// The address of the index of the site's pack.
    pack: Option<String>,
    stations: Vec<Station>,
    queue: Queue,
    report: Callback<Signal>,
    /// What was read and not told of yet.
    read: Vec<Facts>,
    fresh: Vec<Fresh>,
    /// What was found on earlier visits, by the keys of the articles.
    remembered: Map,
    /// Goes on with what waits for room.
    go_on: Option<Function>,
}

/// A line to the workers. Clones share it.
#[derive(Clone)]
pub struct Client(Rc<RefCell<Line>>);

/// Workers that this machine has room for.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small count")]
fn room() -> usize {
    let threads = web_sys::window().map_or(1.0, |window| window.navigator().hardware_concurrency());
    (threads as usize).clamp(1, MOST)
}

impl Client {
    /// Starts a worker; all report to `report`, and know the address of the index of the site's pack.
    pub fn new(pack: Option<String>, report: Callback<Signal>) -> Self {
        let line = Line {
            pack,
            stations: Vec::new(),
            queue: Queue::default(),
            report,
            read: Vec::new(),
            fresh: Vec::new(),
            remembered: Map::new(),
            go_on: None,
        };
        let client = Self(Rc::new(RefCell::new(line)));
        client.start(KEEPER);
        client
    }

    /// Asks for something.
    pub fn ask(&self, request: Request) {
        let recalled = if let Request::Analyze(source) = &request { self.recall(source) } else { None };
        match (request, recalled) {
            (Request::Analyze(source), Some((facts, found))) => {
                self.0.borrow_mut().queue.recalled(source, found);
                self.read(facts);
            }
            (request, _) => self.0.borrow_mut().queue.push(request),
        }
        self.pump();
    }

    /// Takes in what was found on earlier visits: objects with a `key`.
    pub fn remember(&self, all: &[JsValue]) {
        let line = self.0.borrow();
        all.iter().for_each(|one| drop(line.remembered.set(&object::field(one, "key"), one)));
    }

    /// What was found in this very article on an earlier visit.
    fn recall(&self, source: &Source) -> Option<(Facts, Found)> {
        let remembered = self.0.borrow().remembered.clone();
        if remembered.size() == 0 {
            return None;
        }
        let key = JsValue::from(source.key());
        let one = remembered.get(&key);
        remembered.delete(&key);
        let is_it = object::text(&one, "of")? == source.mark();
        let found: Found = wire::unpack(&Uint8Array::new(&object::field(&one, "found")).to_vec())?;
        Some((wire::unpack(&found.facts.0)?, found)).filter(|_| is_it)
    }

    /// The reader looks at these articles now.
    pub fn look_at(&self, names: Vec<String>) {
        self.0.borrow_mut().queue.look_at(names);
    }

    /// Whether this very article has been sent or is waiting.
    pub fn knows(&self, name: &str, stamp: u64) -> bool {
        self.0.borrow().queue.knows(name, stamp)
    }

    /// Whether this comparison is waiting.
    pub fn comparing(&self, docs: &[String], moves: &[Moved]) -> bool {
        self.0.borrow().queue.comparing(docs, moves)
    }

    /// Whether a part of the site's pack is asked for already.
    pub fn listing(&self) -> bool {
        self.0.borrow().queue.listing()
    }

    /// Whether these very articles are asked for already.
    pub fn opening(&self, docs: &[String]) -> bool {
        self.0.borrow().queue.opening(docs)
    }

    /// Waits until few articles wait to be read.
    pub async fn room(&self) {
        if self.0.borrow().queue.unread() > PLENTY {
            let line = self.0.clone();
            let promise = Promise::new(&mut |resolve, _| line.borrow_mut().go_on = Some(resolve));
            // Nothing refuses.
            let _ = JsFuture::from(promise).await;
        }
    }

    fn go_on(&self) {
        let go_on = self.0.borrow_mut().go_on.take();
        // A promise can always be kept.
        let _ = go_on.map(|go_on| go_on.call0(&JsValue::NULL));
    }

    /// Lets the workers go that have nothing to do, but for the keeper.
    pub fn rest(&self) {
        let mut line = self.0.borrow_mut();
        while line.stations.len() > 1 && line.queue.is_idle(line.stations.len() - 1) {
            if let Some(worker) = line.stations.pop().and_then(|station| station.worker) {
                worker.terminate();
            }
        }
    }

    fn start(&self, number: usize) {
        let Ok(worker) = Worker::new(&format!("engine.js?{BUILD}")) else {
            return self.report(Signal::Broken);
        };
        let (hearing, failing) = (self.clone(), self.clone());
        let hear = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            hearing.hear(number, &event.data());
        });
        let fail = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            event.prevent_default();
            failing.fail(number);
        });
        worker.set_onmessage(Some(hear.into_js_value().unchecked_ref()));
        worker.set_onerror(Some(fail.into_js_value().unchecked_ref()));
        let mut line = self.0.borrow_mut();
        if line.stations.len() <= number {
            line.stations.resize_with(number + 1, Station::default);
        }
        line.stations[number].worker = Some(worker);
    }

    fn report(&self, signal: Signal) {
        let report = self.0.borrow().report.clone();
        report.emit(signal);
    }

    /// A worker's first message is its build number; each later one answers the request in flight.
    fn hear(&self, number: usize, data: &JsValue) {
        match data.as_string() {
            None => self.found(number, &Uint8Array::new(data).to_vec()),
            Some(build) if build == BUILD => self.greet(number),
            Some(_) => self.report(Signal::Broken),
        }
        self.pump();
    }

    /// A worker is up: it learns where the site's pack is.
    fn greet(&self, number: usize) {
        let mut line = self.0.borrow_mut();
        let pack = line.pack.as_deref().map(JsValue::from);
        let Some(station) = line.stations.get_mut(number) else { return };
        station.up = true;
        if let (Some(pack), Some(worker)) = (pack, &station.worker) {
            // Text can always be cloned.
            let _ = worker.post_message(&pack);
        }
    }

    fn found(&self, number: usize, bytes: &[u8]) {
        let request = self.0.borrow_mut().queue.answered(number);
        if let Some(Request::Analyze(source) | Request::Read(source)) = &request {
            let fresh = Fresh { sum: source.sum(), of: source.mark(), found: bytes.to_vec() };
            self.0.borrow_mut().fresh.push(fresh);
        }
        let reply = request.as_ref().and_then(|request| reply::unpack(request, bytes));
        match (request, reply) {
            // An article of this name may have come in the place of the one that was asked for.
            (Some(Request::Analyze(source) | Request::Read(source)), Some(_))
                if !self.knows(&source.name, source.stamp(source.sum())) => {}
            (Some(Request::Read(source)), Some(Reply::Analyzed(facts, found))) => {
                self.0.borrow_mut().queue.keep(source, found);
                self.read(facts);
            }
            (_, Some(Reply::Analyzed(facts, _))) => self.read(facts),
            (_, Some(reply)) => self.report(Signal::Answer(reply)),
            (request, None) => self.report(Signal::Crashed(request)),
        }
    }

    /// Tells of what was read: the more there is to do, the more at once.
    fn read(&self, facts: Facts) {
        let (unread, read, fresh) = {
            let mut line = self.0.borrow_mut();
            line.read.push(facts);
            let unread = line.queue.unread();
            let is_enough = line.read.len() > (unread / 2).min(BATCH);
            let is_much = unread == 0 || line.fresh.len() >= MUCH;
            let read = if is_enough { std::mem::take(&mut line.read) } else { Vec::new() };
            (unread, read, if is_much { std::mem::take(&mut line.fresh) } else { Vec::new() })
        };
        if !fresh.is_empty() {
            self.report(Signal::Fresh(fresh));
        }
        if !read.is_empty() {
            self.report(Signal::Read(read));
        }
        if unread <= PLENTY / 2 {
            self.go_on();
        }
    }

    fn fail(&self, number: usize) {
        let (was_up, culprit) = {
            let mut line = self.0.borrow_mut();
            let Some(station) = line.stations.get_mut(number) else { return };
            if let Some(worker) = station.worker.take() {
                worker.terminate();
            }
            (std::mem::take(&mut station.up), line.queue.crashed(number))
        };
        if was_up {
            self.start(number);
            self.report(Signal::Crashed(culprit));
            self.go_on();
            if number == KEEPER {
                self.report(Signal::Lost);
            }
            self.pump();
        } else if number == KEEPER {
            self.go_on();
            self.report(Signal::Broken);
        }
    }

    /// Sends each worker what is next for it, and starts another one when there is enough to do.
    fn pump(&self) {
        if self.send() {
            let count = self.0.borrow().stations.len();
            self.start(count);
        }
    }

    /// Sends each worker what is next for it; whether another one is worth starting.
    fn send(&self) -> bool {
        let mut line = self.0.borrow_mut();
        let Line { stations, queue, .. } = &mut *line;
        for (number, station) in stations.iter().enumerate().filter(|(_, station)| station.up) {
            if let Some(request) = queue.next(number)
                && let Some(worker) = &station.worker
            {
                // Bytes can always be cloned.
                let _ = worker.post_message(&Uint8Array::from(wire::pack(&request).as_slice()));
            }
        }
        let count = stations.len();
        stations.iter().all(|station| station.up) && queue.worth() > count && room() > count
    }
}
