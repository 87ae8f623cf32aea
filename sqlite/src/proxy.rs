//! A connection where sea-orm asks for one of its own kind: for migrations, and for looking into a
//! database from outside.

use std::sync::Arc;

use async_trait::async_trait;
use sea_orm::{
    Database, DatabaseConnection, DbBackend, DbErr, ProxyDatabaseTrait, ProxyExecResult, ProxyRow,
    Statement,
};

use crate::Connection;

/// One connection to the file at `address`. Its transactions are those that are written as statements:
/// sea-orm cannot tell a proxy that a transaction of its own has failed, so none is begun that way.
pub async fn connect(address: &str) -> Result<DatabaseConnection, DbErr> {
    let connection = Connection::open(address)?;
    Database::connect_proxy(DbBackend::Sqlite, Arc::new(Box::new(connection))).await
}

#[async_trait]
impl ProxyDatabaseTrait for Connection {
    async fn query(&self, statement: Statement) -> Result<Vec<ProxyRow>, DbErr> {
        self.rows(&statement)
    }

    /// A statement without values may be several.
    async fn execute(&self, statement: Statement) -> Result<ProxyExecResult, DbErr> {
        if statement.values.is_some() {
            return Connection::execute(self, &statement);
        }
        self.run(&statement.sql)?;
        Ok(ProxyExecResult::default())
    }
}
