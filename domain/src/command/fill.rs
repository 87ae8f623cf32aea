//! One act in a form.

use super::{
    choices::find_choices,
    fill_pages::{first_page, more_pages, take_page},
    fill_table::{answer_table, asked_table, remove_row, skip},
    form_page::{FormPage, Remark, does_not_fit},
    free_names, free_windows,
};
use crate::{
    Counter, Error, Refusal,
    code::{FieldCode, OptionCode},
    person::Person,
    procedure::{
        Answer, Field, Filling, Input, Paper, Seek, Way,
        accept::Unfit,
        day_choices::{hour_of, view_of},
        form::At,
    },
};

/// More than this of what someone looks for is no part of a name.
const LONGEST_SOUGHT: usize = 60;

/// What a person does in a form.
#[derive(Debug, Clone, PartialEq)]
pub enum FormAct {
    /// Answers the question that is asked now, or a later one that waits for a paper.
    Answer(Input),
    /// Ticks or unticks an option of a question that takes several.
    Tick(OptionCode),
    /// Confirms what was ticked.
    Confirm,
    /// Passes an optional question over.
    Skip,
    /// Keeps the answer that is shown: an old one of a repair, or what the request holds already.
    Keep,
    /// Shows another page of a list to choose from.
    Turn(u64),
    /// Shows the whole list again.
    SeekAll,
    /// Begins a further row of a table.
    AddRow,
    /// Takes the last row of a table away.
    RemoveRow,
    /// Confirms the rows of a table.
    ConfirmRows,
    /// One question back, or one cell.
    Back,
    /// Chooses which answer to change.
    Choose,
    /// Goes to a question.
    Change(FieldCode),
    /// Back to where the form was: the next question or the review.
    Return,
    /// Wants to leave, and is asked whether the draft is to be thrown away.
    Leave,
    /// Says that further pages follow of the paper that was photographed.
    MorePages,
    /// Puts a paper of one page more in the place of the one that was photographed.
    Page { paper: Paper, album: Option<String> },
    /// Notes the album whose first file was judged.
    Album(String),
}

/// Carries out one act in a draft and says where the form stands now.
///
/// Refused with what does not fit about an answer; the draft is unchanged then.
pub async fn fill(
    counter: &Counter,
    person: &Person,
    mut page: FormPage,
    act: FormAct,
) -> Result<FormPage, Error> {
    debug_assert_eq!(page.draft.person, person.id);
    let before = page.draft.filling.clone();
    let lines = match &act {
        FormAct::Answer(Input::Text(typed)) => page.lines(typed),
        _ => None,
    };
    match lines {
        Some(lines) => {
            for (field, line) in lines {
                if page.question()?.code != field {
                    return Err(Refusal::QuestionPassed.into());
                }
                let answer = FormAct::Answer(Input::Text(line));
                Box::pin(one(counter, &mut page, answer, &before)).await?;
            }
        }
        None => Box::pin(one(counter, &mut page, act, &before)).await?,
    }
    let tx = counter.db.begin().await?;
    if page.draft.parked {
        // Going on with a draft takes it up again.
        tx.park_drafts(person.id).await?;
        page.draft.parked = false;
    }
    if page.is_stopped() {
        if !tx.throw_away(&page.draft).await? {
            return Err(Refusal::QuestionPassed.into());
        }
        tx.commit().await?;
        return Ok(page);
    }
    page.draft.filling.keep_share(&page.form);
    tx.keep_draft(&mut page.draft).await?;
    tx.drop_replaced(&before, &page.draft.filling).await?;
    find_choices(counter, &tx, &mut page).await?;
    tx.commit().await?;
    Ok(page)
}

/// One act, or one line of what was typed; nothing is kept yet. `before` is how the form stood when that came.
async fn one(
    counter: &Counter,
    page: &mut FormPage,
    act: FormAct,
    before: &Filling,
) -> Result<(), Error> {
    let asked = page.draft.filling.question(&page.form).cloned();
    let keeps = act == FormAct::Keep;
    step(counter, page, act)?;
    page.remark = None;
    page.look_into_lines(&counter.db).await?;
    if let Some(field) = asked {
        // An answer that was there before is not judged because somebody looks at another month.
        let said = |filling: &Filling| filling.answers.get(&field.code).cloned();
        if keeps || said(&page.draft.filling) != said(before) {
            goes_with_the_others(page, &field)?;
        }
        Box::pin(check(counter, page, &field, before)).await?;
    }
    Ok(())
}

/// An answer that was given just now goes with the others.
fn goes_with_the_others(page: &FormPage, field: &Field) -> Result<(), Refusal> {
    let filling = &page.draft.filling;
    match filling.clash(&page.form, field) {
        None => Ok(()),
        Some(unfit) => Err(Refusal::Unfit {
            field: field.code.clone(),
            unfit,
        }),
    }
}

/// What the office's books say about the answer that was just given.
async fn check(
    counter: &Counter,
    page: &mut FormPage,
    field: &Field,
    before: &Filling,
) -> Result<(), Error> {
    if field.is_table() {
        return free_names::look_at_cells(counter, page, field, before).await;
    }
    let filling = &page.draft.filling;
    let is_asked_still = filling
        .question(&page.form)
        .is_some_and(|now| now.code == field.code);
    let Some(answer) = filling
        .answers
        .get(&field.code)
        .filter(|_| !is_asked_still)
        .cloned()
    else {
        return Ok(());
    };
    if page.procedure.books_windows() {
        Box::pin(free_windows::look(counter, page, field)).await?;
    }
    let remark = match &answer {
        Answer::Date(_) | Answer::Moment(_) => Some(Remark::Understood {
            label: field.label.clone(),
            answer,
        }),
        answer => free_names::look(counter, page, field, answer).await?,
    };
    page.remark = remark.map(Box::new);
    Ok(())
}

fn step(counter: &Counter, page: &mut FormPage, act: FormAct) -> Result<(), Error> {
    match act {
        FormAct::Answer(input) => answer(counter, page, &input),
        FormAct::Tick(option) => {
            let field = page.question()?;
            match field.kind.way() {
                Way::Several { options, .. }
                    if options.iter().any(|known| known.code == option) =>
                {
                    page.draft.filling.tick(option);
                    Ok(())
                }
                // What is ticked can always be let go, also where it was taken meanwhile.
                Way::Items { .. }
                    if page.draft.filling.ticked.contains(&option)
                        || page.choices.items.iter().any(|it| it == option.as_str()) =>
                {
                    page.draft.filling.tick(option);
                    Ok(())
                }
                _ => Err(Refusal::QuestionPassed.into()),
            }
        }
        FormAct::Confirm => {
            let ticked = page.draft.filling.ticked.clone();
            answer(counter, page, &Input::Options(ticked))
        }
        FormAct::Skip => skip(page),
        FormAct::Turn(_) | FormAct::SeekAll if !is_sought(&page.question()?) => {
            Err(Refusal::QuestionPassed.into())
        }
        FormAct::Turn(to) => {
            page.draft.filling.seek.page = to;
            Ok(())
        }
        FormAct::SeekAll => {
            page.draft.filling.seek = Seek::default();
            Ok(())
        }
        FormAct::AddRow => {
            let field = asked_table(page)?;
            let limits = field.row_limits(|code| page.earlier().get(code));
            let added = page.draft.filling.add_row(&field, limits);
            added.map_err(|unfit| does_not_fit(&field, unfit))
        }
        FormAct::RemoveRow => remove_row(page),
        FormAct::ConfirmRows => {
            let field = asked_table(page)?;
            let limits = field.row_limits(|code| page.earlier().get(code));
            let confirmed = page.draft.filling.confirm_rows(&field, limits);
            confirmed.map_err(|unfit| does_not_fit(&field, unfit))
        }
        FormAct::Keep => {
            let field = page.question()?;
            let limits = field.row_limits(|code| page.earlier().get(code));
            let filling = &mut page.draft.filling;
            let kept = filling
                .answers
                .get(&field.code)
                .or_else(|| filling.old.get(&field.code))
                .or_else(|| page.form.offered(&field.code))
                .cloned();
            let kept = kept.ok_or(Refusal::QuestionPassed)?;
            // What was answered may have become part of something else since.
            if let Answer::Agency(agency) = &kept {
                counter.office.serves(agency).map_err(Refusal::from)?;
            }
            if let Answer::Rows(rows) = &kept {
                let complete = limits.check(rows.len());
                complete.map_err(|unfit| does_not_fit(&field, unfit))?;
            }
            filling.take(field.code, kept);
            Ok(())
        }
        FormAct::Back if page.draft.filling.calendar.is_some() => {
            page.draft.filling.calendar = None;
            Ok(())
        }
        FormAct::Back => {
            page.draft.filling.back(&page.form);
            Ok(())
        }
        FormAct::Choose => {
            page.draft.filling.go(At::Choosing);
            Ok(())
        }
        FormAct::Change(field) => {
            if !page
                .draft
                .filling
                .asked(&page.form)
                .any(|asked| asked.code == field)
            {
                return Err(Refusal::QuestionPassed.into());
            }
            page.draft.filling.go(At::Question(field));
            Ok(())
        }
        FormAct::Return => {
            page.draft.filling.go(At::Next);
            Ok(())
        }
        FormAct::Leave => {
            page.draft.filling.go(At::Leaving);
            Ok(())
        }
        FormAct::MorePages => more_pages(page).map_err(Error::from),
        FormAct::Page { paper, album } => take_page(counter, page, paper, album),
        FormAct::Album(album) => {
            page.draft.filling.album = Some(album);
            page.draft.filling.pages = None;
            Ok(())
        }
    }
}

fn answer(counter: &Counter, page: &mut FormPage, input: &Input) -> Result<(), Error> {
    let field = match input {
        Input::Paper(_) => page
            .paper_field()
            .cloned()
            .map_or_else(|| page.question(), Ok)?,
        _ => page.question()?,
    };
    if field.is_table() {
        return answer_table(counter, page, &field, input);
    }
    let window = field.window();
    let moved = window.and_then(|window| free_windows::moved(counter, page, window, input));
    if let Some(moved) = moved {
        page.draft.filling = moved;
        return Ok(());
    }
    let filling = &mut page.draft.filling;
    if let Some(both) = page.form.sent_back_by(&field.code, input, filling) {
        for (field, answer) in both {
            filling.take(field, answer);
        }
        return Ok(());
    }
    let answer = match judge(counter, page, &field, input) {
        Ok(answer) => answer,
        // What was typed is part of some names: these are shown, and one of them is chosen.
        Err(Unfit::ChooseOne) if is_sought(&field) => {
            page.draft.filling.seek = sought(input);
            return Ok(());
        }
        Err(unfit) => {
            let view = match input {
                Input::Text(typed) => view_of(&field, typed, &page.knowledge(counter)),
                _ => None,
            };
            // A month, or a day without its hour, is not wrong: what it leaves open is asked.
            let view = view.unwrap_or(Err(unfit));
            let view = view.map_err(|unfit| does_not_fit(&field, unfit))?;
            page.draft.filling.calendar = Some(view);
            return Ok(());
        }
    };
    let pages = first_page(page, &field, &answer);
    // A paper that came early answers its own question; the one that is asked goes on being asked.
    if page
        .draft
        .filling
        .question(&page.form)
        .is_some_and(|now| now.code == field.code)
    {
        page.draft.filling.take(field.code, answer);
    } else {
        page.draft.filling.answers.set(field.code, answer);
    }
    if pages.is_some() {
        page.draft.filling.pages = pages;
    }
    Ok(())
}

/// What is typed after a day was chosen is its hour, where it reads as one.
fn judge(
    counter: &Counter,
    page: &FormPage,
    field: &Field,
    input: &Input,
) -> Result<Answer, Unfit> {
    let knowledge = page.knowledge(counter);
    let hour = match input {
        Input::Text(typed) => {
            let view = page.draft.filling.calendar;
            hour_of(field, view, typed, &knowledge)
        }
        _ => None,
    };
    hour.unwrap_or_else(|| field.accept(input, &knowledge))
}

/// Whether it is answered by looking through many names.
fn is_sought(field: &Field) -> bool {
    matches!(field.kind.way(), Way::Agency | Way::Person)
}

fn sought(input: &Input) -> Seek {
    let words = match input {
        Input::Text(typed) => typed.trim().chars().take(LONGEST_SOUGHT).collect(),
        _ => String::new(),
    };
    Seek { words, page: 0 }
}
