"""What all actions of assurance share: appending an update and bringing every projection of it
(state columns, owners, involvement, clocks, search) to the new state, in the same transaction."""
