//! The worker's half of the line.

use js_sys::Uint8Array;
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::engine::protocol::{self, BUILD, Message, Request};
use crate::engine::server::Server;

fn send(scope: &DedicatedWorkerGlobalScope, message: &Message) {
    if let Ok(value) = message.serialize(&serde_wasm_bindgen::Serializer::new()) {
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
            let found = protocol::pack(&server.answer(request));
            send(&answering, &Message::Found(Uint8Array::from(found.as_slice())));
        }
    });
    scope.set_onmessage(Some(listen.as_ref().unchecked_ref()));
    listen.forget();
    send(&scope, &Message::Ready(BUILD.to_owned()));
}
