//! The page's half of the line: owns the worker, restarts it when it dies.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use web_sys::{Event, MessageEvent, Worker};
use yew::Callback;

use crate::corrections::Moved;
use crate::engine::protocol::{BUILD, Reply, Request, Source};
use crate::engine::queue::Queue;
use crate::engine::{reply, wire};

/// What comes from the worker.
pub enum Signal {
    /// It answered.
    Answer(Reply),
    /// It died over this request; a new one is on its way.
    Crashed(Option<Request>),
    /// It can't be started at all, or is of another build.
    Broken,
}

struct Line {
    worker: Option<Worker>,
    up: bool,
    queue: Queue,
    report: Callback<Signal>,
}

/// A line to the worker. Clones share it.
#[derive(Clone)]
pub struct Client(Rc<RefCell<Line>>);

impl Client {
    /// Starts a worker that reports to `report`.
    pub fn new(report: Callback<Signal>) -> Self {
        let client = Self(Rc::new(RefCell::new(Line { worker: None, up: false, queue: Queue::default(), report })));
        client.start();
        client
    }

    /// Asks for something.
    pub fn ask(&self, request: Request) {
        self.0.borrow_mut().queue.push(request);
        self.pump();
    }

    /// Whether this very article has been sent or is waiting.
    pub fn knows(&self, source: &Source) -> bool {
        self.0.borrow().queue.knows(source)
    }

    /// Whether this comparison is waiting.
    pub fn comparing(&self, docs: &[String], moves: &[Moved]) -> bool {
        self.0.borrow().queue.comparing(docs, moves)
    }

    fn start(&self) {
        let Ok(worker) = Worker::new(&format!("engine.js?{BUILD}")) else {
            return self.report(Signal::Broken);
        };
        let (hearing, failing) = (self.clone(), self.clone());
        let hear = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| hearing.hear(&event.data()));
        let fail = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            event.prevent_default();
            failing.fail();
        });
        worker.set_onmessage(Some(hear.into_js_value().unchecked_ref()));
        worker.set_onerror(Some(fail.into_js_value().unchecked_ref()));
        self.0.borrow_mut().worker = Some(worker);
    }

    fn report(&self, signal: Signal) {
        let report = self.0.borrow().report.clone();
        report.emit(signal);
    }

    /// The worker's first message is its build number; each later one answers the request in flight.
    fn hear(&self, data: &JsValue) {
        match data.as_string() {
            None => self.found(&Uint8Array::new(data).to_vec()),
            Some(build) if build == BUILD => self.0.borrow_mut().up = true,
            Some(_) => self.report(Signal::Broken),
        }
        self.pump();
    }

    fn found(&self, bytes: &[u8]) {
        let request = self.0.borrow_mut().queue.answered();
        match request.as_ref().and_then(|request| reply::unpack(request, bytes)) {
            // An article of this name may have come in the place of the one that was asked for.
            Some(_) if matches!(&request, Some(Request::Analyze(source)) if !self.knows(source)) => {}
            Some(reply) => self.report(Signal::Answer(reply)),
            None => self.report(Signal::Crashed(request)),
        }
    }

    fn fail(&self) {
        let (was_up, culprit) = {
            let mut line = self.0.borrow_mut();
            if let Some(worker) = line.worker.take() {
                worker.terminate();
            }
            (std::mem::take(&mut line.up), line.queue.crashed())
        };
        if was_up {
            self.report(Signal::Crashed(culprit));
            self.start();
        } else {
            self.report(Signal::Broken);
        }
    }

    fn pump(&self) {
        let mut line = self.0.borrow_mut();
        if !line.up {
            return;
        }
        if let Some(request) = line.queue.next()
            && let Some(worker) = &line.worker
        {
            // Bytes can always be cloned.
            let _ = worker.post_message(&Uint8Array::from(wire::pack(&request).as_slice()));
        }
    }
}
