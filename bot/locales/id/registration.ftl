# Kalimat tentang pendaftaran PIC.
