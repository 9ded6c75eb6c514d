"""From a reading to statements: frames matched on the parse, with the status and the speaker of each."""
