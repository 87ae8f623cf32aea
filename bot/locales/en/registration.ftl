# Sentences about the registration of contact persons.
