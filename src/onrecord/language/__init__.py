"""From a document's text to a reading of it: sentences, who is named, who is meant, who speaks, when."""
