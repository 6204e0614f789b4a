### Why a file could not be read at all.

intakeFailure-file = { $place }: found { $found }; expected { $expected }. { $hint } Nothing was stored.
intakeFailure-place = { JOIN($parts, ", ") }
intakeFailure-line = line { $line }
