### What the window itself refuses, before the desk is asked.

shell-notWrittenHere = Only the folder of a file that was written here since you signed in can be opened.
shell-folderGone = The folder { $folder } is no longer there: it was moved, deleted or taken out.
shell-noFileManager = This computer cannot show folders: no file manager was found, or it does not start. The place is { $folder }. ({ $error })
shell-unreadableName = The name of the file or of a folder above it holds characters that cannot be read. Rename it, choose again.
shell-notUnderstood = { $what } was not understood: { $wrong }
shell-bytesCame = { $name }: named arguments are expected, bytes came.
shell-cannotClose = The window cannot be closed. ({ $error })
shell-noSecondWindow = The second screen cannot be opened. ({ $error })
shell-noPrintDialog = The print dialog cannot be opened. Save the PDF and print that. ({ $error })
shell-burst = A fault of the program: this was not done. What was recorded before is safe.
shell-notGivenOut = { $path } was not chosen in a dialog of this window. Choose it there.
