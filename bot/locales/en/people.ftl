# Sentences about people and roles.
