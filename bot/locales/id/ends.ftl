# Kalimat tentang yang berakhir dengan sendirinya: diberitahukan sebelumnya dan sesudahnya.

ends-announced = ⏳ Bila tidak ada tindakan sampai <b>{ $at }</b>, sistem mencatat dengan sendirinya: { $past }.
ends-alarm = 🚨 <b>{ $say }</b>
ends-alarm-planned = Menurut rencana: { $planned }.
ends-still-open = 🌙 <b>Akhir hari</b> · { $day }. Mohon dicatat sebelum pulang.
ends-deputy = ⏳ Penugasan { $deputy } sebagai { $kind } { $role } berakhir pada { $until }. Sesudah itu tugas kembali kepada pejabatnya. Bila masih diperlukan, mohon tunjuk pengganti lagi.
ends-link = ⏳ Tautan undangan untuk { $name } ({ $role }) belum dipakai. Tautan berlaku sampai { $until }.
told-link-over = Tautan undangan untuk { $name } ({ $role }) tidak berlaku lagi: pembuatnya atau orang yang dituju sudah berganti tugas, atau OPD-nya sudah digabungkan. Jika masih diperlukan, silakan buat tautan baru dari /orang.
ends-link-over = Tautan undangan untuk { $name } ({ $role }) tidak dipakai dan sudah tidak berlaku.
button-link-again = Buat Tautan Baru
ends-draft = ⏳ Draf <b>{ $procedure }</b> sudah lama tidak dilanjutkan dan akan dihapus pada { $until }. Bila masih diperlukan, mohon dilanjutkan.
post-itself = dengan sendirinya, batas waktu { $title }
line-told-soon = ⏳ <b>{ $name }</b> · { $register }. Berlaku sampai <b>{ $until }</b>.
line-told-over = ⌛ <b>{ $name }</b> · { $register }. { $status }: berlaku sampai { $until }.
line-told-closed = ▫️ <b>{ $name }</b> · { $register }. Status: <b>{ $status }</b>.
line-told-amended = 🔄 <b>{ $name }</b> · { $register }. Datanya diperbarui.
line-told-renewed = 🔄 <b>{ $name }</b> · { $register }. Diperbarui, berlaku sampai <b>{ $until }</b>.
line-told-why = Alasan: { $why }
line-told-renew = Bila masih diperlukan, mohon ajukan perpanjangannya.
line-until = Berlaku sampai: <b>{ $until }</b>
