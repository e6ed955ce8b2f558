-- A bean is neither healthy nor sick: what its numbers mean, the skills know that own them. This one only answers questions.
return mbeans_find("*:*", 1).total
