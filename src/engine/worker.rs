//! The worker's half of the line.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, Response};

use crate::engine::protocol::{BUILD, Request};
use crate::engine::reply;
use crate::engine::server::Server;
use crate::engine::wire;
use crate::store::stream;

fn send(scope: &DedicatedWorkerGlobalScope, message: &JsValue) {
    // Only a value that can't be cloned fails here; text and bytes can.
    let _ = scope.post_message(message);
}

/// What answers, and where to.
#[derive(Clone)]
struct Desk {
    scope: DedicatedWorkerGlobalScope,
    server: Rc<RefCell<Server>>,
}

impl Desk {
    fn answer(&self, request: Request) {
        let reply = self.server.borrow_mut().answer(request);
        send(&self.scope, &Uint8Array::from(reply::pack(&reply).as_slice()));
    }

    /// Answers as soon as all files of the site's pack are here that the answer needs.
    fn take(&self, request: Request) {
        let lacking = self.server.borrow().lacks(&request);
        if lacking.is_empty() {
            self.answer(request);
        } else {
            spawn_local(self.clone().fetch(request, lacking));
        }
    }

    async fn fetch(self, request: Request, lacking: Vec<String>) {
        let fetching: Vec<_> = lacking.iter().map(|file| JsFuture::from(self.scope.fetch_with_str(file))).collect();
        for (file, fetching) in lacking.iter().zip(fetching) {
            let bytes = unpacked(fetching).await.unwrap_or_default();
            self.server.borrow_mut().put(file, bytes);
        }
        self.take(request);
    }
}

async fn unpacked(fetching: JsFuture) -> Result<Vec<u8>, JsValue> {
    let response: Response = fetching.await?.dyn_into()?;
    if !response.ok() {
        return Err(response.status().into());
    }
    let bytes = Uint8Array::new(&JsFuture::from(response.array_buffer()?).await?).to_vec();
    stream::inflate(&bytes).await
}

/// Listens for requests for as long as the worker lives. If the site has a pack, the address of its index comes before
/// them.
pub fn start_worker() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let desk = Desk { scope: scope.clone(), server: Rc::new(RefCell::new(Server::new())) };
    let listen = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(pack) = event.data().as_string() {
            desk.server.borrow_mut().shelve(&pack);
        } else if let Some(request) = wire::unpack(&Uint8Array::new(&event.data()).to_vec()) {
            desk.take(request);
        }
    });
    scope.set_onmessage(Some(listen.as_ref().unchecked_ref()));
    listen.forget();
    send(&scope, &BUILD.into());
}
