# Survei Kepuasan Masyarakat (SKM), PermenPANRB 14/2017: pertanyaan, jawaban, dan nilainya dalam laporan.

survey-title = <b>Survei Kepuasan Masyarakat</b> · { $service }
survey-begins = Layanan untuk permohonan { $ticket } sudah berakhir. Mohon kesediaan Bapak/Ibu menilainya: { $n } pertanyaan, masing-masing satu ketukan. Jawaban dihitung tanpa nama dan tidak memengaruhi pelayanan.
survey-asks = <b>{ $place }/{ $n }</b> { $question }
survey-thanks = Terima kasih. Penilaian Bapak/Ibu sudah dihitung, tanpa nama.
survey-passed = Baik. Bapak/Ibu tidak akan ditanya lagi tentang layanan ini pada triwulan ini.
button-survey-pass = Lewati
survey-question = { $element ->
    [requirements] Bagaimana kesesuaian persyaratan dengan jenis layanannya?
    [procedure] Bagaimana kemudahan prosedur layanan ini?
    [time] Bagaimana kecepatan waktu layanan ini?
    [cost] Bagaimana kewajaran biaya layanan ini?
    [product] Bagaimana kesesuaian hasil layanan dengan yang dijanjikan?
    [competence] Bagaimana kemampuan petugas dalam melayani?
    [conduct] Bagaimana kesopanan dan keramahan petugas?
    [complaints] Bagaimana penanganan pengaduan dan pertanyaan?
   *[facilities] Bagaimana kualitas sarana dan prasarana layanan ini?
 }
survey-grade = { $word ->
    [requirements-1] Tidak sesuai
    [requirements-2] Kurang sesuai
    [requirements-3] Sesuai
    [requirements-4] Sangat sesuai
    [procedure-1] Tidak mudah
    [procedure-2] Kurang mudah
    [procedure-3] Mudah
    [procedure-4] Sangat mudah
    [time-1] Tidak cepat
    [time-2] Kurang cepat
    [time-3] Cepat
    [time-4] Sangat cepat
    [cost-1] Sangat mahal
    [cost-2] Cukup mahal
    [cost-3] Murah
    [cost-4] Gratis
    [product-1] Tidak sesuai
    [product-2] Kurang sesuai
    [product-3] Sesuai
    [product-4] Sangat sesuai
    [competence-1] Tidak kompeten
    [competence-2] Kurang kompeten
    [competence-3] Kompeten
    [competence-4] Sangat kompeten
    [conduct-1] Tidak sopan dan ramah
    [conduct-2] Kurang sopan dan ramah
    [conduct-3] Sopan dan ramah
    [conduct-4] Sangat sopan dan ramah
    [complaints-1] Tidak ada
    [complaints-2] Ada, tetapi tidak berfungsi
    [complaints-3] Berfungsi, kurang maksimal
    [complaints-4] Dikelola dengan baik
    [facilities-1] Buruk
    [facilities-2] Cukup
    [facilities-3] Baik
   *[facilities-4] Sangat baik
 }
survey-element = { $element ->
    [requirements] Persyaratan
    [procedure] Sistem, mekanisme, dan prosedur
    [time] Waktu penyelesaian
    [cost] Biaya/tarif
    [product] Produk spesifikasi jenis pelayanan
    [competence] Kompetensi pelaksana
    [conduct] Perilaku pelaksana
    [complaints] Penanganan pengaduan, saran, dan masukan
   *[facilities] Sarana dan prasarana
 }
survey-quality = { $letter ->
    [A] A (sangat baik)
    [B] B (baik)
    [C] C (kurang baik)
   *[D] D (tidak baik)
 }
report-survey = Survei Kepuasan Masyarakat
report-survey-quarter = Masa
report-survey-asked = Ditanya
report-survey-answered = Menjawab
report-survey-index = Nilai SKM
report-survey-quality = Mutu pelayanan
report-survey-all = Seluruh masa
report-survey-note = Nilai dihitung per triwulan menurut PermenPANRB 14/2017 dari jawaban tanpa nama. Bila yang menjawab kurang dari { $n } orang, nilainya tidak ditampilkan.
report-survey-elements = Nilai per Unsur
report-survey-element = Unsur pelayanan
report-survey-judged = Penilai
report-survey-value = Nilai rata-rata (NRR)
report-survey-formula = Setiap orang ditanya tentang beberapa unsur secara bergiliran. NRR adalah rata-rata jawaban 1 sampai 4; NRR tertimbang memberi bobot yang sama kepada setiap unsur yang dinilai, dan jumlahnya dikalikan 25 menjadi nilai SKM.
survey-list-service = Layanan
survey-list-grade = Nilai { $grade }
