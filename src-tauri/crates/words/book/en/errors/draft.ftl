### What is typed and not recorded yet.

draft-tooLong = More is typed in one form than is kept (1 MiB). Record it in parts.
