# Kalimat tentang daftar semua permohonan dan tentang orang yang tidak terjangkau.
