# Kalimat tentang orang dan jabatan.
