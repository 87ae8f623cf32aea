## Perjalanan permohonan bagi pemohon

stage-received = Diterima
stage-examined = Diperiksa
stage-at-work = Dikerjakan
stage-done = Selesai
expected = Perkiraan selesai di meja ini: { $day }
expected-again = ⏰ Perkiraan baru selesai di meja ini: <b>{ $day }</b>
late-sorry = <b>Mohon maaf, permohonan Bapak/Ibu memerlukan waktu lebih lama.</b>
late = ⏰ <b>Permohonan ini terlambat.</b> Pemohon sudah diberi tahu perkiraan yang baru.
told-done-paper = 📄 { $title }, nomor { $number }
told-done-paper-plain = 📄 { $title }
button-copy = 📋 { $words }
button-begin-again = Ajukan Lagi dengan Isian Ini
again-begun = Isian { $ticket } dipakai lagi. Yang tidak berlaku lagi dan berkasnya ditanyakan kembali.

## Kartu petugas

card-changed = 🆕 Berubah sejak keputusan terakhir Bapak/Ibu: { $changes }
outside-hours = ⚠️ Di luar jam kerja: { $labels }
outside-days = ⚠️ Hari libur ({ $name }): { $labels }
card-changed-answer = { $label } ({ $old } → { $new })
card-sop =
    <b>{ $title }</b>
    { $activity }
card-sop-row = SOP nomor { $n } dari { $m }
card-sop-added = Langkah ini tidak ada dalam SOP.
card-sop-time = Waktu baku: { $time }
card-sop-needs = Kelengkapan: { $needs }
card-sop-output = Output: { $output }
card-sop-remark = Keterangan: { $remark }
card-since = { $ticket } · sejak { $since }
card-due = { $ticket } · tenggat { $due }
button-sop = Lihat SOP
ask-question = Apa yang ingin ditanyakan kepada pemohon? Tuliskan pertanyaannya, atau pilih salah satu.
label-question = Pertanyaan
button-origin = Permohonan Asal { $ticket }
follow-up-begun = Atas permohonan <b>{ $ticket }</b>.
told-follow-up = { $what } dapat diajukan secara tertulis kepada { $role } sampai { $day }, dengan tombol { $button } di bawah ini.
refused-too-late-to-follow = Waktunya sudah lewat: ini dapat diajukan sampai { $until }.
refused-already-followed = Sudah pernah diajukan, dengan nomor { $ticket }. Buka lewat Permohonan Saya.

## Keputusan yang masih dapat dibatalkan

card-held = ⏳ <b>{ $label }</b> · tercatat dalam { $n } detik
form-held = ⏳ Tercatat dalam { $n } detik.
held = Tercatat dalam { $n } detik. Ketuk Batalkan di kartunya bila keliru.
button-take-back = Batalkan
told-not-recorded = ⚠️ <b>Tidak tercatat: { $label }</b>
told-not-recorded-again = Silakan putuskan kembali di kartunya.
refused-held = Keputusan Bapak/Ibu tercatat sebentar lagi. Ketuk Batalkan di kartunya bila ingin memilih yang lain.
