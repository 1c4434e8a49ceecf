"""The web application: pages in Arabic and English, rendered here, with a `.json` twin each."""
