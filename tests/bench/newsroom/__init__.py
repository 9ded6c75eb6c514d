"""A seeded synthetic newsroom: actors of six naming cultures and the analyses of documents that mention them."""
