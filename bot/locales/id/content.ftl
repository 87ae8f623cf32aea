# Yang ditulis orang di perjalanan permohonan: siapa menulis, apa yang berubah, siapa yang membaca.

passage-head = <b>{ $role }</b> · { $by }, { $at }:
passage-changed = { $label }: <s>{ $old }</s> → <b>{ $new }</b>
paper-replaced = { $ticket } · { $label } · diganti; dikirim { $at }
form-read-by-office = <i>Hanya dibaca petugas dinas.</i>
form-read-by-all = <i>Dibaca juga oleh OPD pemohon.</i>
told-news = { $mark }Kabar permohonan <b>{ $ticket }</b> · { $procedure }
told-news-past = Permohonan Bapak/Ibu <b>{ $past }</b>.
