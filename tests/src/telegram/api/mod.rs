//! The Bot API: one call from its address to its answer.
//!
//! - [`method`]: the table of methods and parameters
//! - [`params`]: reading a call
//! - [`refusal`]: saying no
//! - [`updates`], [`send`], [`edit`], [`pins`], [`callback`], [`files`], [`commands`], [`chats`]: the
//!   methods by family

mod callback;
mod chats;
mod commands;
mod edit;
mod files;
mod method;
mod params;
mod pins;
pub(super) mod refusal;
mod send;
mod updates;

use std::sync::{Arc, atomic::Ordering};

use axum::{
    Router,
    body::Body,
    extract::{ConnectInfo, Request, State},
    http::{StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use serde::Serialize;

use self::{
    method::Method,
    params::{Params, decode},
    refusal::Refusal,
};
use super::{
    call::{Call, Moment, Next, Refused},
    fault::Trouble,
    happening::Happening,
    ids::ChatId,
    server::{Inner, Line},
    world::World,
};

/// The result of a method as JSON, or a refusal.
type Answer = Result<String, Refusal>;

/// Turns a result into JSON.
#[expect(
    clippy::unnecessary_wraps,
    reason = "every method ends with an `Answer`"
)]
fn answer(result: &impl Serialize) -> Answer {
    Ok(serde_json::to_string(result).expect("a result is plain data"))
}

/// The whole Bot API, by whatever path it is called.
pub(super) fn all() -> Router<Arc<Inner>> {
    Router::new().fallback(serve)
}

/// Answers whatever comes in.
async fn serve(
    State(inner): State<Arc<Inner>>,
    ConnectInfo(line): ConnectInfo<Line>,
    request: Request,
) -> Response {
    if inner.is_cut() {
        return broken(&line);
    }
    let path = decode(request.uri().path());
    let (is_file, rest) = match path.strip_prefix("/file/bot") {
        Some(rest) => (true, rest),
        None => (false, path.strip_prefix("/bot").unwrap_or_default()),
    };
    let Some((token, rest)) = rest.split_once('/') else {
        return refused(&Refusal::not_found());
    };
    if token != inner.token {
        return refused(&Refusal::unauthorized());
    }
    if is_file {
        return download(&inner, &line, rest).await;
    }
    let found = method::find(rest).filter(|it| !(it.is_new() && inner.world().is_old));
    let Some(method) = found else {
        let is_old = inner.world().is_old;
        let refusal = Refusal::no_method().blamed(!is_old);
        let mut params = Params::read(request).await.unwrap_or_default();
        params.values.remove("chat_id");
        inner
            .world()
            .note(rest, None, &params, &Err(refusal.clone()));
        return refused(&refusal);
    };
    let is_poll = method.name == "getUpdates";
    let _on_its_way = (!is_poll).then(|| OnItsWay::new(&inner));
    let response = call(&inner, &line, method, request).await;
    if inner.is_cut() {
        return broken(&line);
    }
    response
}

/// One call: the hook, the trouble, the work, the log, the hook.
async fn call(inner: &Inner, line: &Line, method: &'static Method, request: Request) -> Response {
    let read = Params::read(request).await;
    let nth = count(inner, method);
    if run_hook(inner, method, nth, Moment::Before) == Next::Silence {
        std::future::pending::<()>().await;
    }
    let mut params = match read {
        Ok(params) => params,
        Err(refusal) => {
            let nothing = Params::default();
            let mut world = inner.world();
            world.note(method.name, None, &nothing, &Err(refusal.clone()));
            return refused(&refusal);
        }
    };
    let checked = params.check(method);
    params.is_old = inner.world().is_old;
    let chat = params.chat().ok();
    let trouble = inner.world().strike(method.name, chat);
    let mut reset_after = false;
    match trouble {
        None => {}
        Some(Trouble::TooManyRequests { retry_after }) => {
            let refusal = Refusal::too_many_requests(retry_after);
            let mut world = inner.world();
            world.note(method.name, chat, &params, &Err(refusal.clone()));
            return refused(&refusal);
        }
        Some(Trouble::ServerError) => {
            let refusal = Refusal {
                code: 502,
                description: "Bad Gateway".to_owned(),
                ..Refusal::bad("").not_its_fault()
            };
            let mut world = inner.world();
            world.note(method.name, chat, &params, &Err(refusal));
            return bad_gateway();
        }
        Some(Trouble::Garbage) => return garbage(),
        Some(Trouble::ResetBefore) => return broken(line),
        Some(Trouble::ResetAfter) => reset_after = true,
        Some(Trouble::Slow(wait)) => tokio::time::sleep(wait).await,
    }
    let answer = match checked {
        Err(refusal) => Err(refusal),
        Ok(()) if method.name == "getUpdates" => updates::get_updates(inner, &params).await,
        Ok(()) => {
            let mut world = inner.world();
            world
                .keep_pace(method.name, chat)
                .and_then(|()| perform(&mut world, method.name, &params))
        }
    };
    if method.name != "getUpdates" || answer.is_err() {
        inner.world().note(method.name, chat, &params, &answer);
    }
    if method.name == "pinChatMessage" {
        // The bot hears of what it has pinned.
        inner.arrived.notify_waiters();
    }
    if run_hook(inner, method, nth, Moment::After) == Next::Silence {
        std::future::pending::<()>().await;
    }
    if reset_after {
        return broken(line);
    }
    match answer {
        Ok(result) => json(
            StatusCode::OK,
            format!(r#"{{"ok":true,"result":{result}}}"#),
        ),
        Err(refusal) => refused(&refusal),
    }
}

/// The method by its name.
fn perform(world: &mut World, method: &str, params: &Params) -> Answer {
    match method {
        "setWebhook" => updates::set_webhook(world, params),
        "deleteWebhook" => updates::delete_webhook(world, params),
        "getWebhookInfo" => updates::get_webhook_info(world),
        "sendMessage" => send::message(world, params),
        "sendRichMessage" => send::rich_message(world, params),
        "sendMessageDraft" => send::draft(world, params),
        "sendDocument" => send::document(world, params),
        "sendPhoto" => send::photo(world, params),
        "sendChatAction" => send::chat_action(world, params),
        "copyMessage" => send::copy(world, params),
        "editMessageText" => edit::text(world, params),
        "editMessageCaption" => edit::caption(world, params),
        "editMessageMedia" => edit::media(world, params),
        "editMessageReplyMarkup" => edit::reply_markup(world, params),
        "deleteMessage" => edit::delete(world, params),
        "deleteMessages" => edit::delete_several(world, params),
        "setMessageReaction" => edit::reaction(world, params),
        "pinChatMessage" => pins::pin(world, params),
        "unpinChatMessage" => pins::unpin(world, params),
        "unpinAllChatMessages" => pins::unpin_all(world, params),
        "answerCallbackQuery" => callback::answer_query(world, params),
        "getFile" => files::get_file(world, params),
        "setMyCommands" => commands::set(world, params),
        "getMyCommands" => commands::get(world, params),
        "deleteMyCommands" => commands::delete(world, params),
        "setChatMenuButton" => commands::set_menu_button(world, params),
        "getChatMenuButton" => commands::get_menu_button(world, params),
        "setMyName" => commands::set_word(world, params, "name", 64),
        "getMyName" => commands::get_word(world, params, "name"),
        "setMyDescription" => commands::set_word(world, params, "description", 512),
        "getMyDescription" => commands::get_word(world, params, "description"),
        "setMyShortDescription" => commands::set_word(world, params, "short_description", 120),
        "getMyShortDescription" => commands::get_word(world, params, "short_description"),
        "getMe" => chats::get_me(world),
        "getChat" => chats::get_chat(world, params),
        "getChatMember" => chats::get_chat_member(world, params),
        "createForumTopic" => chats::create_topic(world, params),
        "leaveChat" => chats::leave_chat(world, params),
        _ => Err(Refusal::no_method()),
    }
}

/// A file by the path that `getFile` gave.
async fn download(inner: &Inner, line: &Line, path: &str) -> Response {
    let trouble = inner.world().strike("downloadFile", None);
    match trouble {
        // Nobody can tell a page in the place of a paper from the paper, so that is an error here as well.
        Some(Trouble::ServerError | Trouble::Garbage) => return bad_gateway(),
        Some(Trouble::ResetBefore | Trouble::ResetAfter) => return broken(line),
        Some(Trouble::Slow(wait)) => tokio::time::sleep(wait).await,
        Some(Trouble::TooManyRequests { retry_after }) => {
            return refused(&Refusal::too_many_requests(retry_after));
        }
        None => {}
    }
    match inner.world().shelf.at_path(path) {
        Some(bytes) => ([(CONTENT_TYPE, "application/octet-stream")], bytes).into_response(),
        None => refused(&Refusal::not_found()),
    }
}

/// Counts the calls of a method for the hook.
fn count(inner: &Inner, method: &Method) -> usize {
    let mut hook = inner.hook();
    let Some(hook) = hook.as_mut() else { return 0 };
    let calls = hook.calls.entry(method.name).or_default();
    *calls += 1;
    *calls
}

/// Runs the hook without any lock, so that it may look at the world or end the bot.
fn run_hook(inner: &Inner, method: &Method, nth: usize, moment: Moment) -> Next {
    let run = inner.hook().as_ref().map(|hook| Arc::clone(&hook.run));
    match run {
        Some(run) if nth > 0 => run(method.name, nth, moment),
        _ => Next::GoOn,
    }
}

/// Counts a call as on its way until it is answered or given up.
struct OnItsWay<'a>(&'a Inner);

impl<'a> OnItsWay<'a> {
    fn new(inner: &'a Inner) -> OnItsWay<'a> {
        inner.in_flight.fetch_add(1, Ordering::SeqCst);
        inner.moved();
        OnItsWay(inner)
    }
}

impl Drop for OnItsWay<'_> {
    fn drop(&mut self) {
        self.0.in_flight.fetch_sub(1, Ordering::SeqCst);
        self.0.moved();
    }
}

impl World {
    /// The trouble that waits for this call, if any.
    fn strike(&mut self, method: &str, chat: Option<ChatId>) -> Option<Trouble> {
        let struck = self
            .faults
            .iter_mut()
            .find_map(|fault| fault.strike(method, chat));
        self.faults.retain(|fault| !fault.is_spent());
        struck
    }

    /// Refuses what comes too fast, where the test wants that.
    fn keep_pace(&mut self, method: &str, chat: Option<ChatId>) -> Result<(), Refusal> {
        let writes = ["send", "copy", "edit", "createForumTopic"]
            .iter()
            .any(|verb| method.starts_with(verb));
        let now = (self.clock)();
        match (&mut self.pace, chat) {
            (Some(pace), Some(chat)) if writes && method != "sendChatAction" => {
                pace.take(chat, now).map_err(Refusal::too_many_requests)
            }
            _ => Ok(()),
        }
    }

    /// Writes a call into the log, and bad manners into their own.
    fn note(&mut self, method: &str, chat: Option<ChatId>, params: &Params, answer: &Answer) {
        let ledger = &mut self.ledger;
        ledger.seq += 1;
        if ledger.keep {
            ledger.calls.push(Call {
                seq: ledger.seq,
                method: method.to_owned(),
                chat,
                at: (self.clock)(),
                parameters: params.logged(),
                answer: match answer {
                    Ok(_) => Ok(()),
                    Err(refusal) => Err(Refused {
                        code: refusal.code,
                        description: refusal.description.clone(),
                    }),
                },
            });
        }
        // Telegram reads past what it does not know; whoever wrote it has hoped for something.
        for name in &params.unknown {
            let what = format!("{method} has no parameter \"{name}\"");
            self.ledger.faux_pas.push(what.clone());
            self.tell(Happening::FauxPas(what));
        }
        if let Err(refusal) = answer
            && refusal.faux_pas
        {
            let to = chat.map(|chat| format!(" to {chat}")).unwrap_or_default();
            let what = format!(
                "{method}{to}: {} — {}",
                refusal.description,
                params.logged()
            );
            self.ledger.faux_pas.push(what.clone());
            self.tell(Happening::FauxPas(what));
        }
    }
}

fn refused(refusal: &Refusal) -> Response {
    let code = StatusCode::from_u16(refusal.code).unwrap_or(StatusCode::BAD_REQUEST);
    json(code, refusal.to_json())
}

fn json(code: StatusCode, body: String) -> Response {
    (code, [(CONTENT_TYPE, "application/json")], body).into_response()
}

/// What the front servers of Telegram say when there is nobody behind them.
fn bad_gateway() -> Response {
    let page = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n\
        <center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n\
        </body>\r\n</html>\r\n";
    (StatusCode::BAD_GATEWAY, [(CONTENT_TYPE, "text/html")], page).into_response()
}

/// What stands between a bot and Telegram and answers by itself.
fn garbage() -> Response {
    let page = "<!DOCTYPE html><title>Welcome</title><p>Please enter your room number.";
    (StatusCode::OK, [(CONTENT_TYPE, "text/html")], page).into_response()
}

/// An answer that never arrives, because its connection is gone.
fn broken(line: &Line) -> Response {
    line.hang_up();
    Response::new(Body::empty())
}
