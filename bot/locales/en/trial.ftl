# A procedure that is tried on the terminal.
trial-how = Answer each question with one line; what can be chosen, by its number too. A table: a line for each row, cells divided by semicolons, an empty line at the end. Papers, people and lines of registers are taken as they come. < goes back to choose another decision.
trial-example = e.g. { $example }
trial-skip = (an empty line passes it over)
trial-choose = Please choose a number from 1 to { $most }.
trial-reason = Why?
trial-marks = Which answers need to be completed?
trial-row = Row { $row }: { $cells }. Please write this row again ({ $columns }).
trial-clock = (time passes: { $leads }, { $at })
trial-clock-first = ⚠️ Time decides before that: { $leads }, { $at }.
trial-tells = news to the applicant: { $news }
trial-writes = register { $register }: { $name } · { $state }{ $cells }
trial-writes-closes = register { $register }: { $name } · { $state }, the line is closed{ $cells }
trial-retires = the chosen line of the register is closed
trial-amends = the chosen line of the register is amended
trial-renews = the chosen line of the register lasts until { $until }
trial-retires-until = the chosen line of the register is closed; its name is kept back until { $until }
trial-reserves = reserved: { $thing }
trial-gives-back = free again: { $thing }
trial-issues = paper issued: { $title }
trial-admits = the applicant is let in
trial-stopped = This is where it stops: there are no more answers.

## All ways (--all)

ways-back = ↩ back to { $step }
ways-resumes = ↩ back to the step that returned it
ways-too-often = once it was chosen as often as it can be
trial-named = whom an answer names
trial-voice = voice { $n } of { $of } that are needed
trial-offers = An empty line: { $answer }
