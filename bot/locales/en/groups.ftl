# Sentences about groups.
