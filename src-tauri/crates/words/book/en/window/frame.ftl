### Around every screen: the frame of the window, how texts are put together, the lock.

app-name = Entaku
app-tagline = The expert panel’s record, kept on this computer alone
app-loading = Loading…
app-close = Close
app-cancel = Cancel
app-record = Record
app-back = Back
app-needed = required
app-example = e.g. { $text }
app-none = { -not-stated }
app-notChosen = Please choose
app-all = All
app-yes = Yes
app-no = No
app-more = Show more
app-offline = Offline (nothing leaves this computer)
app-saved = Recorded
app-savedAt = Recorded { $time }
app-saving = Recording…
app-reading = Reading…
app-unsaved = { $n ->
    [one] { $n } unrecorded entry
   *[other] { $n } unrecorded entries
}
app-actsAs = Acting as { $name } ({ $role })
app-demo = Demo
app-keys = Keys
app-zoomed = Shown at { $percent } %
app-menu = Menu
app-palette = Find or do
app-settings = Settings
app-cases = Cases
app-signOut = Sign out
app-dismiss = Dismiss
app-outsideWindow = This page works only inside the Entaku window.
app-internal = Something unexpected happened. What was recorded is safe. Please try again; if it goes on, run “Check the store” in Settings.
app-inDoubt = The record is not the one that was kept, or not signed by those it names. Who looks cannot be noted, so no case is shown and nothing is recorded. An administrator can find out why and accept it in Settings under “Check the store”.
app-clockBehind = The clock of this computer stands before what was recorded last ({ $last }). What is recorded now would bear a false time. Set the clock and sign in again.
app-failedBefore = { $count ->
  [one] One attempt under your name failed before this sign-in (at { $last }). Tell an administrator if it was not you.
 *[other] { $count } attempts under your name failed before this sign-in (the last at { $last }). Tell an administrator if it was not you.
}
app-inDoubtGo = To the check
app-toConfirm = { $name } came in by the recovery code and waits. Ask them yourself, face to face or by telephone, before you confirm it.
app-confirmRecovery = Confirm that it was them
app-confirmedRecovery = { $name } was confirmed
app-sparesLeft = { $left ->
  [one] You signed in with a spare code; 1 is left. Make new ones in the settings under “Code for signing in”.
 *[other] You signed in with a spare code; { $left } are left. When few remain, make new ones in the settings under “Code for signing in”.
}
app-readOnly = This store cannot be written (a disk for reading alone, or no right to write there). It can be read; nothing can be recorded. Who looked is kept on this computer, and taken over into the access log when the store is next opened where it can be written.
app-backupProblem = The backup that was due could not be made: { $problem }
app-notAllowed = Your present role ({ $roles }) does not include this.

join-aside = { $text } ({ $more })
join-said = { $name }: { $text }
join-list = { $texts }
join-dots = { JOIN($texts, " · ") }
join-apart = { JOIN($texts, "  ·  ") }
join-slashed = { JOIN($texts, "  /  ") }
join-age = { $years }

lock-soon = Nobody is acting: the screen closes in { $seconds } s. What is being typed at a case or a meeting is kept as a draft.
lock-stay = Go on working

stale-said = The case had been changed elsewhere, so nothing was recorded. The newest state has been loaded, and what you entered is still here. Please check it and record again.
