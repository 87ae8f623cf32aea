# Sentences about personal data and limits.
