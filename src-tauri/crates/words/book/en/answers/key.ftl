### Why the store does not have the new key yet that it is to have.

key-waits = The store cannot be given the new key yet that it needs after somebody left or something was lost. First: { JOIN($steps, "; ") }.
key-signIn = { JOIN($names, ", ") } must sign in once
key-renewCode = make a new recovery code
key-failed = The store has not been given the new key yet that it needs after somebody left or something was lost. The work goes on when the store is opened next. ({ $why })
