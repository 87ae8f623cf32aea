# Kalimat tentang apa yang menunggu: daftar harian, satu per satu, beberapa sekaligus, dan Ingatkan.

waiting = 🗒 <b>Menunggu tindak lanjut</b> · { $day }
waiting-line = { $mark }{ $ticket } · { $step } · s.d. { $due }
waiting-line-open = { $ticket } · { $step }
waiting-more = … dan { $n } lagi
waiting-beneath = <b>Di meja bawahan, sudah terlalu lama:</b>
waiting-desk = <b>{ $role }</b> ({ $holders })
waiting-desk-empty = <b>{ $role }</b> (belum ada pejabatnya)
waiting-beneath-line = { $ticket } · { $agency } · sejak { $since }

gathered = 📰 <b>Kabar</b> · { $day }
    Tidak ada yang perlu ditindaklanjuti. Permohonan: { $n }
gathered-line = <b>{ $ticket }</b> · { $agency }: { $past }

button-work = Kerjakan Satu per Satu
button-work-one = Kerjakan Sekarang
button-next = Berikutnya ({ $n } lagi)
button-next-many = Berikutnya (masih banyak)
work-recorded = Tercatat: { $ticket }.
work-held = { $ticket }: tercatat dalam { $n } detik.
work-next = Berikutnya: { $ticket }.
work-none = Tidak ada tugas lain yang menunggu. Terima kasih.

button-together = { $outcome } { $n } Sekaligus · { $prefix }
together-ask =
    <b>{ $outcome } { $n } permohonan sekaligus?</b>
    { $procedure }. Setiap permohonan dicatat satu per satu.
together-line = { $ticket } · { $agency }
together-line-about = { $ticket } · { $agency } · { $about }
button-together-sure = Ya, { $n } permohonan
button-together-not = Batal
together-kept = Dibatalkan. Tidak ada yang berubah.
together-decided = ✅ <b>{ $n } permohonan { $past }:</b>
together-left-out = <b>{ $n } tidak ikut:</b>
together-why = { $ticket } · { $why }

button-nudge = 🔔 Ingatkan
nudge-asked = 🔔 <b>OPD menanyakan permohonan ini.</b> Mohon ditindaklanjuti.
nudged-now = Petugas sudah kami ingatkan. Terima kasih atas kesabaran Bapak/Ibu.
nudged-later = Sudah kami catat. Petugas akan diingatkan { $at }.
nudged-stranded = Saat ini belum ada petugas yang dapat dihubungi di meja itu. Helpdesk sudah mengetahuinya.
refused-nudged-today = Pengingat untuk permohonan ini sudah dicatat. Bapak/Ibu dapat mengingatkan lagi mulai { $at }.
request-late = ⏰ Target selesai (SOP) sudah lewat.

# Yang dipesan untuk waktu tertentu.
schedule-title = <b>Jadwal Pemakaian</b>
    Silakan pilih.
schedule-free = <i>Tidak ada pemakaian.</i>
schedule-entry = { $time } · <b>{ $item }</b> · { $ticket }, { $agency }
schedule-entry-always = <b>{ $item }</b> · dipakai tanpa batas waktu · { $ticket }, { $agency }
form-window = <i>Waktu yang diminta: { $time }.</i>
form-booked = Sudah dipesan:
form-booked-at = – { $item }: { $time }
form-booked-by = – { $item }: { $time } ({ $ticket }, { $agency })
form-booked-always = dipakai tanpa batas waktu
form-free-times = Pada waktu itu tidak cukup yang kosong. Waktu lain yang kosong dapat dipilih di bawah.
