//! Replies as bytes.

use crate::engine::protocol::{Reply, Request};
use crate::engine::wire;

/// The bytes of a reply.
pub fn pack(reply: &Reply) -> Vec<u8> {
    match reply {
        Reply::Analyzed(facts) => wire::pack(facts),
        Reply::Forgotten => Vec::new(),
        Reply::Compared(.., comparison) => wire::pack(comparison),
        Reply::Exported(_, content) => wire::pack(content),
    }
}

/// The reply to `request` with these bytes; none when they are broken.
pub fn unpack(request: &Request, bytes: &[u8]) -> Option<Reply> {
    match request {
        Request::Analyze(_) => wire::unpack(bytes).map(Reply::Analyzed),
        Request::Forget(_) => Some(Reply::Forgotten),
        Request::Export(format, ..) => wire::unpack(bytes).map(|content| Reply::Exported(*format, content)),
        Request::Compare(docs, moves) => {
            wire::unpack(bytes).map(|comparison| Reply::Compared(docs.clone(), moves.clone(), comparison))
        }
    }
}
