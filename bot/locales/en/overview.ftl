# Sentences about the list of all requests, and people who cannot be reached.
