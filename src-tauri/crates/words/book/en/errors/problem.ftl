### How problems are put together.

problem-field = { $field }: { $words }
problem-notFound = There is no { $what } “{ $name }”.
problem-internal = A fault of the program: { $what }
