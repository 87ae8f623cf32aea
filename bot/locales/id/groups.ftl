# Kalimat tentang grup.
