### The case shown for everybody in the room, in this window and in a second one.

projector-title = Projector
projector-open = Show to all
projector-leave = Back to the workbench
projector-judged = { verdict-title }
projector-known = What is known
projector-detail = The finding in detail
projector-covered = Opinions stay covered until everybody asked has given one, or they are opened.
projector-choosing = being chosen, not recorded
projector-pageDown = Details: a page on
projector-pageUp = Details: a page back
projector-start = To the beginning of the details
projector-end = To the end of the details
projector-window = Entaku second screen
projector-second = Show on a second screen
projector-secondClose = Close the second screen
projector-secondOpened = Shown on a second screen, without the patient’s name.
projector-waiting = One moment, please
projector-onlyShows = This screen only shows.
