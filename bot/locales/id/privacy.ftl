# Kalimat tentang data pribadi dan batas pemakaian.
