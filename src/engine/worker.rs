//! The worker's half of the line.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::engine::protocol::BUILD;
use crate::engine::reply;
use crate::engine::server::Server;
use crate::engine::wire;

fn send(scope: &DedicatedWorkerGlobalScope, message: &JsValue) {
    // Only a value that can't be cloned fails here; text and bytes can.
    let _ = scope.post_message(message);
}

/// Listens for requests for as long as the worker lives.
pub fn start_worker() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let mut server = Server::new();
    let answering = scope.clone();
    let listen = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(request) = wire::unpack(&Uint8Array::new(&event.data()).to_vec()) {
            let found = reply::pack(&server.answer(request));
            send(&answering, &Uint8Array::from(found.as_slice()));
        }
    });
    scope.set_onmessage(Some(listen.as_ref().unchecked_ref()));
    listen.forget();
    send(&scope, &BUILD.into());
}
