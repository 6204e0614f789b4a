### What a file holds that was written, and what to heed.

exportNote-ledger = What is not recorded is empty. Cells that a spreadsheet would take for a formula begin with an apostrophe, which is not part of the value. The file holds patients' names and IDs.
exportNote-siteList = A list of the site; no patient’s data are in it. Imported again after editing it is a new version.
exportNote-ccat = One line for each treatment presented. Where the code list could not be confirmed, the code column is empty and the words stand in the column “.名称” (see C-CAT's list of items). Whether a treatment was given is stated only where it was recorded. Cells that a spreadsheet would take for a formula begin with an apostrophe.
exportNote-case = The file holds the patient's name and ID and germline (secondary) findings. It is for the panel; do not give it to the patient.
exportNote-all = Not encrypted. It holds everything recorded, with patients’ names and ids and germline (secondary) findings. Keep it under lock and key, and erase it when it is no longer needed. Opinions that are not open to you yet are left out.
exportNote-notice = The whole record, with the patient's name and ID and with germline (secondary) findings. For the expert panel; not a document for the patient.
