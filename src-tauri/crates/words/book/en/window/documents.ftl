### The report.

documents-print = Print
documents-printWhat = Prints the document that is shown.
documents-title = Report
documents-gaps = Before it can be finalised
documents-ready = Everything is in place to finalise.
documents-go = Go there
documents-preview = Preview
documents-language = Language of the document
documents-draftOf = Draft of revision { $n }
documents-finalOf = Revision { $n } (final)
documents-pages = { $n ->
    [one] { $n } page
   *[other] { $n } pages
}
documents-page = page { $n } of { $all }
documents-finalise = Finalise the report
documents-finaliseTitle = Finalise the report
documents-finaliseWhat = Its content becomes fixed; later changes are possible only as an amended revision with a reason. Your name, the time and the content hash are recorded.
documents-finaliseConfirm = Finalise
documents-finalised = Revision { $n } finalised
documents-revisions = Finalised revisions
documents-noRevisions = None yet.
documents-by = { report-finalisedBy }
documents-hash = { report-contentHash }
documents-amend = Start an amendment
documents-amendTitle = Make an amended revision
documents-amendReason = { HEAD(report-reason) }
documents-amendConfirm = Start the amendment
documents-amending = { status-amending }
documents-amended = Amendment started. Record the changes, then finalise again.
documents-export = Export
documents-exportTitle = Export as PDF
documents-exportPath = Save as
documents-exportChoose = Choose a place
documents-exportConfirm = Export
documents-exported = Exported: { $file }
documents-show = Show
documents-failed = The preview could not be drawn. The exported PDF can still be opened.
documents-shownNow = shown on the right now
documents-reportOf = Report, revision { $n }
