# Jenis jawaban: yang dikatakan tabel SOP tentangnya.

outline-kind-text = satu baris, { $min }–{ $max } huruf
outline-kind-paragraph = uraian, { $min }–{ $max } huruf
outline-kind-number = bilangan bulat
outline-kind-number-within = bilangan bulat { $limits }
outline-kind-decimal = bilangan
outline-kind-decimal-within = bilangan { $limits }
outline-kind-yes-no = ya atau tidak
outline-kind-choice = pilih satu: { $options }
outline-kind-choices = pilih paling sedikit { $n }: { $options }
outline-kind-date = tanggal
outline-kind-date-within = tanggal { $limits }
outline-kind-date-time = tanggal dan jam
outline-kind-date-time-within = tanggal dan jam { $limits }
outline-kind-time = jam
outline-kind-time-within = jam { $limits }
outline-kind-phone = nomor telepon
outline-kind-own-phone = nomor telepon sendiri
outline-kind-agency = pilih instansi
outline-kind-email = surel
outline-kind-nip = NIP, 18 angka
outline-kind-url = tautan
outline-kind-ip = alamat IP
outline-kind-ip-public = alamat IP publik
outline-kind-ip-office = alamat IP di jaringan dinas
outline-kind-entry = pilih dari { $register }
outline-kind-items = pilih paling sedikit { $n }: { $pool }
outline-kind-items-among = pilih paling sedikit { $n } dari { $field }
outline-kind-subdomain-label = nama subdomain
outline-kind-hostname = alamat lengkap di bawah { $domains }
outline-kind-person = pilih orang: { $role }
outline-kind-document = berkas { $types }, paling besar { $max } MB
outline-kind-photo = foto, paling besar { $max } MB
outline-kind-rows = tabel { $min }–{ $max } baris: { $columns }
outline-kind-rows-counted = tabel baris sebanyak { $count }: { $columns }

outline-option-stops = { $option } (mengakhiri formulir)
outline-column = { $column } ({ $kind })
outline-column-optional = { $column } ({ $kind }; boleh kosong)
outline-limit-from = dari { $limit }
outline-limit-to = sampai { $limit }
outline-limit-until = sampai { $limit }

form-time = <i>Tulis jamnya, misalnya: 08.30.</i>
unfit-time = ⚠️ Jam belum terbaca. Tulis seperti 08.30.
unfit-time-early = ⚠️ Jam terlalu awal. Paling awal { $limit }.
unfit-time-late = ⚠️ Jam terlalu akhir. Paling akhir { $limit }.
