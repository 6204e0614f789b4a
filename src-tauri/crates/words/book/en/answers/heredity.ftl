### Why a finding asks whether it is inherited.

heredity-question = A test of the tumour alone cannot tell whether this change of { $gene } is inherited. The gene is on the list “{ $list }” (version { $version }). Source: { $source } ({ $certainty })
