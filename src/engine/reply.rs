//! Replies as bytes.

use crate::engine::protocol::{Found, Reply, Request};
use crate::engine::wire;

/// The bytes of a reply.
pub fn pack(reply: &Reply) -> Vec<u8> {
    match reply {
        Reply::Analyzed(_, found) => wire::pack(found),
        Reply::Done => Vec::new(),
        Reply::Compared(.., comparison) => wire::pack(comparison),
        Reply::Grouped(.., events) => wire::pack(events),
        Reply::Opened(_, articles) => wire::pack(articles),
        Reply::Found(_, hits, left) => wire::pack(&(hits.clone(), *left)),
        Reply::Listed(.., listed) => wire::pack(listed),
        Reply::Exported(_, content) => wire::pack(content),
    }
}

/// The reply to `request` with these bytes; none when they are broken.
pub fn unpack(request: &Request, bytes: &[u8]) -> Option<Reply> {
    match request {
        Request::Analyze(_) | Request::Read(_) => {
            let found: Found = wire::unpack(bytes)?;
            wire::unpack(&found.facts.0).map(|facts| Reply::Analyzed(facts, found))
        }
        Request::Keep(..) | Request::Forget(_) => Some(Reply::Done),
        Request::Export(format, ..) => wire::unpack(bytes).map(|content| Reply::Exported(*format, content)),
        Request::Open(docs) => wire::unpack(bytes).map(|articles| Reply::Opened(docs.clone(), articles)),
        Request::Search(query, ..) => wire::unpack(bytes).map(|(hits, left)| Reply::Found(query.clone(), hits, left)),
        Request::List(shard, docs) => wire::unpack(bytes).map(|listed| Reply::Listed(*shard, docs.clone(), listed)),
        Request::Group(docs, moves) => {
            wire::unpack(bytes).map(|events| Reply::Grouped(docs.clone(), moves.clone(), events))
        }
        Request::Compare(docs, moves) => {
            wire::unpack(bytes).map(|comparison| Reply::Compared(docs.clone(), moves.clone(), comparison))
        }
    }
}
