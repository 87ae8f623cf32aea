# A handful of sentences in Javanese, for the tests of a third language.

language-name = Basa Jawa
languages-title = Mangga milih basa.
data-language = Pacelathon niki ngagem basa Jawi; ketik /bahasa kangge nggantos.

day = { $weekday } { $day } { $month } { $year }
weekday-tuesday = Selasa Wage

outline-activity = Kegiyatan
outline-questions = Pitakonan
outline-kind-paragraph = andharan, { $min }–{ $max } aksara
outline-working-days = { $n } dinten kerja
