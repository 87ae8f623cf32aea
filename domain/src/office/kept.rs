//! What the office has and keeps, as its file says: networks, resources, pools and registers.

use super::{Column, Pool, Register, Resource};
use crate::{
    code::{ColumnCode, PoolCode, RegisterCode, ResourceCode, RoleCode},
    procedure::read::keys::Keys,
};

pub(super) fn networks(keys: &Keys<'_>) -> Vec<ipnet::IpNet> {
    let named = keys.strings("networks").unwrap_or_default().into_iter();
    let read = |network: String| {
        let read = network.parse().ok();
        if read.is_none() {
            keys.at(
                "networks",
                format!("`{network}` is no network; write e.g. 203.0.113.0/24."),
            );
        }
        read
    };
    named.filter_map(read).collect()
}

pub(super) fn resource(keys: Keys<'_>) -> Resource {
    let resource = Resource {
        code: ResourceCode::new(keys.need_code("code", "the name that procedures use")),
        title: keys.need_text("title", "what there is only so much of"),
        unit: keys.need_text("unit", "in what it is counted, e.g. `U`"),
        total: i64::from(keys.count::<u32>("total").unwrap_or_else(|| {
            if !keys.has("total") {
                let what = "This resource has no `total`; add how much there is.";
                keys.complaints.at(keys.line, what);
            }
            0
        })),
        line: keys.line,
    };
    keys.finish();
    resource
}

pub(super) fn pool(keys: Keys<'_>) -> Pool {
    let pool = Pool {
        code: PoolCode::new(keys.need_code("code", "the name that procedures use")),
        title: keys.need_text("title", "what is lent"),
        items: keys.strings("items").unwrap_or_default(),
        line: keys.line,
    };
    let longest = pool
        .items
        .iter()
        .find(|item| item.is_empty() || item.len() > 30);
    if let Some(item) = longest {
        keys.at(
            "items",
            format!("`{item}` does not fit a button; write 1 to 30 characters."),
        );
    }
    keys.finish();
    pool
}

pub(super) fn register(keys: Keys<'_>) -> Register {
    let readers = keys.codes("readers").unwrap_or_default().into_iter();
    let register = Register {
        code: RegisterCode::new(keys.need_code("code", "the name that procedures use")),
        title: keys.need_text("title", "what people call the register"),
        open: keys.need_text("open", "what an open line is called, e.g. `Aktif`"),
        closed: keys.need_text("closed", "what a closed line is called, e.g. `Nonaktif`"),
        readers: readers.map(RoleCode::new).collect(),
        columns: keys
            .blocks("columns", "column")
            .into_iter()
            .map(column)
            .collect(),
        line: keys.line,
    };
    keys.finish();
    register
}

fn column(keys: Keys<'_>) -> Column {
    let column = Column {
        code: ColumnCode::new(keys.need_code("code", "the name that procedures use")),
        label: keys.need_text("label", "what stands above the column"),
    };
    keys.finish();
    column
}
