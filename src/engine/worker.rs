//! The worker's half of the line.

use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::engine::protocol::{BUILD, Reply, Request};
use crate::engine::server::Server;

fn send(scope: &DedicatedWorkerGlobalScope, reply: &Reply) {
    let numbers = serde_wasm_bindgen::Serializer::new();
    if let Ok(value) = reply.serialize(&numbers) {
        // Only a value that can't be cloned fails here, and this one is plain data.
        let _ = scope.post_message(&value);
    }
}

/// Listens for requests for as long as the worker lives.
pub fn start_worker() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let mut server = Server::new();
    let answering = scope.clone();
    let listen = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        if let Ok(request) = serde_wasm_bindgen::from_value::<Request>(event.data()) {
            send(&answering, &server.answer(request));
        }
    });
    scope.set_onmessage(Some(listen.as_ref().unchecked_ref()));
    listen.forget();
    send(&scope, &Reply::Ready { build: BUILD.to_owned() });
}
